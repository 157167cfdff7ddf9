#include "wasm/index_check.h"
#include "wasm/sections.h"

namespace pagewise {
namespace {

/// Flags of an element segment (core specification, section 5.5.12).
constexpr std::uint32_t not_active = 1, explicit_index = 2, expressions = 4;

void known_table(byte_reader& reader, const module& in, std::uint32_t index) {
  if (reader.ok() && index >= in.tables) reader.fail("unknown table");
}

void element_segment(byte_reader& reader, const module& in) {
  const std::uint32_t flags = reader.u32();
  if (flags > 7) return reader.fail("malformed elements segment kind");
  const bool is_active = (flags & not_active) == 0;
  if (is_active) {
    known_table(reader, in, (flags & explicit_index) != 0 ? reader.u32() : 0);
    read_constant_expression(reader, in);
  }
  const bool has_kind = (flags & (not_active | explicit_index)) != 0;
  if (has_kind && (flags & expressions) != 0) {
    const value_type type = read_value_type(reader);
    if (reader.ok() && !is_known(type, in)) reader.fail("unknown type");
    if (reader.ok() && !is_reference(type)) reader.fail("malformed reference type");
  } else if (has_kind && reader.u8() != 0) {
    reader.fail("malformed element kind");
  }
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    if ((flags & expressions) != 0) {
      read_constant_expression(reader, in);
    } else if (reader.u32() >= in.functions.size()) {
      reader.fail("unknown function");
    }
  }
}

void data_segment(byte_reader& reader, const module& in) {
  constexpr std::uint32_t passive = 1, with_memory = 2;
  const std::uint32_t flags = reader.u32();
  if (flags > with_memory) return reader.fail("malformed data segment kind");
  if (flags != passive) {
    const std::uint32_t memory = flags == with_memory ? reader.u32() : 0;
    if (memory >= in.memories.size()) reader.fail("unknown memory");
    read_constant_expression(reader, in);
  }
  reader.skip(reader.u32());
}

}  // namespace

void read_elements(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) element_segment(reader, into);
}

void read_data(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) data_segment(reader, into);
}

}  // namespace pagewise
