#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "wasm/byte_writer.h"
#include "wasm/opcode.h"
#include "wasm/types.h"

namespace pagewise {

/// Writes instructions.
class code_builder {
public:
  explicit code_builder(byte_writer& into) : into_(into) {}

  code_builder& op(std::uint8_t code) {
    into_.u8(code);
    return *this;
  }
  code_builder& op(std::uint8_t code, std::uint32_t index) {
    into_.u8(code);
    into_.unsigned_leb(index);
    return *this;
  }
  code_builder& get(std::uint32_t local) { return op(opcode::local_get, local); }
  code_builder& set(std::uint32_t local) { return op(opcode::local_set, local); }
  code_builder& tee(std::uint32_t local) { return op(opcode::local_tee, local); }
  code_builder& get_global(std::uint32_t index) { return op(opcode::global_get, index); }
  code_builder& set_global(std::uint32_t index) { return op(opcode::global_set, index); }
  code_builder& call(std::uint32_t function) { return op(opcode::call, function); }
  code_builder& end() { return op(opcode::end); }
  code_builder& if_() { return op(opcode::if_).op(empty_block); }
  /// An `if` whose condition is hardly ever true: engines that are told so keep what it needs out of the way.
  code_builder& rarely_if() {
    rare_.push_back(static_cast<std::uint32_t>(into_.size()));
    return if_();
  }
  /// Where each `rarely_if` begins, in what is written into.
  [[nodiscard]] const std::vector<std::uint32_t>& rare() const { return rare_; }

  code_builder& i32(std::uint32_t value) {
    into_.u8(opcode::i32_const);
    into_.signed_leb(static_cast<std::int32_t>(value));
    return *this;
  }
  code_builder& i64(std::int64_t value) {
    into_.u8(opcode::i64_const);
    into_.signed_leb(value);
    return *this;
  }
  code_builder& call_indirect(std::uint32_t type, std::uint32_t table) {
    into_.u8(opcode::call_indirect);
    into_.unsigned_leb(type);
    into_.unsigned_leb(table);
    return *this;
  }
  /// Where a load or store reaches, behind its opcode. `alignment` is the exponent of 2 that the encoding has.
  code_builder& at(std::uint32_t memory, std::uint32_t offset = 0, std::uint32_t alignment = 0) {
    into_.unsigned_leb(memory == 0 ? alignment : alignment | 0x40);
    if (memory != 0) into_.unsigned_leb(memory);
    into_.unsigned_leb(offset);
    return *this;
  }
  code_builder& bulk(std::uint32_t extended, std::uint32_t first, std::uint32_t second) {
    op(opcode::bulk_prefix, extended);
    into_.unsigned_leb(first);
    into_.unsigned_leb(second);
    return *this;
  }
  code_builder& fill(std::uint32_t memory) {
    op(opcode::bulk_prefix, bulk_opcode::memory_fill);
    into_.unsigned_leb(memory);
    return *this;
  }
  code_builder& raw(std::span<const std::uint8_t> bytes) {
    into_.raw(bytes);
    return *this;
  }

private:
  byte_writer& into_;
  std::vector<std::uint32_t> rare_;
};

}  // namespace pagewise
