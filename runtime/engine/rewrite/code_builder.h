#pragma once

#include "wasm/byte_writer.h"
#include "wasm/instruction.h"

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
  code_builder& i32(std::int32_t value) {
    into_.u8(opcode::i32_const);
    into_.signed_leb(value);
    return *this;
  }
  code_builder& call_indirect(std::uint32_t type, std::uint32_t table) {
    into_.u8(opcode::call_indirect);
    into_.unsigned_leb(type);
    into_.unsigned_leb(table);
    return *this;
  }
  code_builder& i32_load() {
    into_.u8(opcode::i32_load);
    into_.u8(2);
    into_.u8(0);
    return *this;
  }

private:
  byte_writer& into_;
};

}  // namespace pagewise
