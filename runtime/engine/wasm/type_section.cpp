#include "wasm/sections.h"

namespace pagewise {
namespace {

constexpr std::uint8_t function_form = 0x60, struct_form = 0x5f, array_form = 0x5e;
constexpr std::uint8_t sub_form = 0x50, final_sub_form = 0x4f, group_form = 0x4e;

std::vector<value_type> value_types(byte_reader& reader) {
  std::vector<value_type> types;
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) types.push_back(read_value_type(reader));
  return types;
}

void field_type(byte_reader& reader) {
  constexpr std::uint8_t i8 = 0x78, i16 = 0x77;
  if (reader.peek() == i8 || reader.peek() == i16) reader.u8();
  else read_value_type(reader);
  if (reader.u8() > 1) reader.fail("malformed mutability");
}

void composite_type(byte_reader& reader, module& into) {
  function_type type;
  const std::uint8_t form = reader.u8();
  if (form == function_form) {
    type.is_function = true;
    type.parameters = value_types(reader);
    type.results = value_types(reader);
  } else if (form == struct_form) {
    const std::uint32_t count = reader.u32();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) field_type(reader);
  } else if (form == array_form) {
    field_type(reader);
  } else {
    reader.fail("malformed definition type");
  }
  if (reader.ok()) into.types.push_back(std::move(type));
}

void sub_type(byte_reader& reader, module& into) {
  if (reader.peek() == sub_form || reader.peek() == final_sub_form) {
    reader.u8();
    const std::uint32_t count = reader.u32();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) reader.u32();
  }
  composite_type(reader, into);
}

}  // namespace

void read_types(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    if (reader.peek() != group_form) {
      sub_type(reader, into);
      continue;
    }
    reader.u8();
    const std::uint32_t members = reader.u32();
    for (std::uint32_t j = 0; j < members && reader.ok(); ++j) sub_type(reader, into);
  }
}

}  // namespace pagewise
