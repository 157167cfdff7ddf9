#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wasm/byte_writer.h"
#include "wasm/module.h"

namespace pagewise {

/// Writes a section with its size.
inline void write_section(byte_writer& file, std::uint8_t id, std::initializer_list<std::uint8_t> contents) {
  file.u8(id);
  file.unsigned_leb(contents.size());
  for (const std::uint8_t byte : contents) file.u8(byte);
}

/// A module with one memory, the mutable global 0, and the exports `malloc` (function 0, (i32) -> (i32), returns its
/// argument) and `__stack_pointer` (global 0). `malloc` lowers the stack pointer by 16 without writing it back.
inline std::vector<std::uint8_t> sample_module() {
  byte_writer file;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
  write_section(file, section_id::type, {1, 0x60, 1, 0x7f, 1, 0x7f});
  write_section(file, section_id::function, {1, 0});
  write_section(file, section_id::memory, {1, 1, 1, 2});
  write_section(file, section_id::global, {1, 0x7f, 1, 0x41, 0x80, 0x08, 0x0b});
  write_section(file, section_id::export_, {2, 6, 'm', 'a', 'l', 'l', 'o', 'c', 0, 0, 15, '_', '_', 's', 't', 'a', 'c',
                                            'k', '_', 'p', 'o', 'i', 'n', 't', 'e', 'r', 3, 0});
  write_section(file, section_id::code, {1, 14, 1, 1, 0x7f, 0x23, 0, 0x41, 16, 0x6b, 0x21, 1, 0x20, 0, 0x0f, 0x0b});
  return file.release();
}

}  // namespace pagewise
