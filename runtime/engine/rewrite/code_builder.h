#pragma once

#include <span>
#include <vector>

#include "wasm/byte_writer.h"
#include "wasm/instruction.h"

namespace pagewise {

/// More opcodes that the rewriter writes (core specification, section 5.4).
namespace code {
inline constexpr std::uint8_t throw_ref = 0x0a, i64_load = 0x29, i32_load8_u = 0x2d, i32_load16_u = 0x2f,
                              i32_store = 0x36, i64_store = 0x37, i32_store8 = 0x3a, i64_const = 0x42, i32_eq = 0x46, i32_ne = 0x47, i32_ge_u = 0x4f, i64_eqz = 0x50,
                              i64_lt_u = 0x54, i64_gt_u = 0x56, i32_add = 0x6a, i32_and = 0x71, i32_or = 0x72,
                              i32_shl = 0x74, i32_shr_u = 0x76, i64_add = 0x7c, i64_sub = 0x7d, i64_shl = 0x86,
                              i64_shr_u = 0x88, i32_wrap_i64 = 0xa7, i64_extend_i32_u = 0xad,
                              i32_reinterpret_f32 = 0xbc, i64_reinterpret_f64 = 0xbd, vectors = 0xfd, bulk = 0xfc;
inline constexpr std::uint32_t v128_load = 0, v128_store = 11, memory_init = 8, memory_copy = 10, memory_fill = 11;
inline constexpr std::uint8_t without_value = 0x40, i64_type = 0x7e, exnref = 0x69;
}  // namespace code

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
  code_builder& if_() { return op(opcode::if_).op(code::without_value); }
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
    into_.u8(code::i64_const);
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
    op(code::bulk, extended);
    into_.unsigned_leb(first);
    into_.unsigned_leb(second);
    return *this;
  }
  code_builder& fill(std::uint32_t memory) {
    op(code::bulk, code::memory_fill);
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
