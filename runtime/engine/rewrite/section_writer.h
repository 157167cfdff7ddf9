#pragma once

#include <cstdint>

#include "wasm/byte_writer.h"
#include "wasm/module.h"

namespace pagewise {

/// Copies a section as it is.
inline void copy_section(byte_writer& file, const section& old) {
  byte_writer head;
  if (old.id == section_id::custom) head.name(old.name);
  file.u8(old.id);
  file.unsigned_leb(head.size() + old.contents.size());
  file.raw(head.view());
  file.raw(old.contents);
}

/// Copies a section that is a vector, or begins one where there is none, and adds entries at its end.
template <typename Add>
void extend_section(byte_writer& file, std::uint8_t id, const section* old, std::uint32_t count, Add add) {
  byte_writer body;
  std::uint32_t before = 0;
  bytes entries;
  if (old) {
    byte_reader reader(old->contents, old->offset);
    before = reader.u32();
    entries = old->contents.subspan(reader.position());
  }
  body.unsigned_leb(before + count);
  body.raw(entries);
  add(body);
  file.u8(id);
  file.unsigned_leb(body.size());
  file.raw(body.view());
}

}  // namespace pagewise
