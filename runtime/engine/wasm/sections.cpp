#include "wasm/sections.h"

namespace pagewise {
namespace {

std::uint8_t value_type(byte_reader& reader) {
  const std::uint8_t type = reader.u8();
  if (type == 0x63 || type == 0x64) {
    reader.signed_leb(33);
    return function_type::other;
  }
  return type >= 0x7b && type <= 0x7f ? type : function_type::other;
}

std::vector<std::uint8_t> value_types(byte_reader& reader) {
  std::vector<std::uint8_t> types;
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) types.push_back(value_type(reader));
  return types;
}

void field_type(byte_reader& reader) {
  if (reader.peek() == 0x78 || reader.peek() == 0x77) reader.u8();  // i8, i16
  else value_type(reader);
  reader.u8();  // mutability
}

void composite_type(byte_reader& reader, module& into) {
  function_type type;
  const std::uint8_t form = reader.u8();
  if (form == 0x60) {
    type.is_function = true;
    type.parameters = value_types(reader);
    type.results = value_types(reader);
  } else if (form == 0x5f) {
    const std::uint32_t count = reader.u32();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) field_type(reader);
  } else if (form == 0x5e) {
    field_type(reader);
  } else {
    reader.fail("unknown form of type");
  }
  if (reader.ok()) into.types.push_back(std::move(type));
}

void sub_type(byte_reader& reader, module& into) {
  if (reader.peek() == 0x50 || reader.peek() == 0x4f) {
    reader.u8();
    const std::uint32_t count = reader.u32();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) reader.u32();
  }
  composite_type(reader, into);
}

void limits(byte_reader& reader) {
  const std::uint8_t flags = reader.u8();
  if (flags > 0x0f) return reader.fail("malformed limits");
  reader.unsigned_leb(64);
  if ((flags & 1) != 0) reader.unsigned_leb(64);
  if ((flags & 8) != 0) reader.u32();  // custom page size
}

}  // namespace

void read_types(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    if (reader.peek() != 0x4e) {
      sub_type(reader, into);
      continue;
    }
    reader.u8();
    const std::uint32_t members = reader.u32();
    for (std::uint32_t j = 0; j < members && reader.ok(); ++j) sub_type(reader, into);
  }
}

void read_imports(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    reader.name();
    reader.name();
    switch (reader.u8()) {
      case 0:
        into.functions.push_back(reader.u32());
        ++into.imported_functions;
        break;
      case 1:
        value_type(reader);
        limits(reader);
        ++into.tables;
        break;
      case 2: limits(reader); break;
      case 3:
        value_type(reader);
        reader.u8();
        ++into.globals;
        break;
      case 4:
        reader.u8();
        reader.u32();
        break;
      default: reader.fail("unknown kind of import");
    }
  }
}

void read_functions(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    const std::uint32_t type = reader.u32();
    if (type >= into.types.size()) reader.fail("a function of a type that does not exist");
    into.functions.push_back(type);
  }
}

void read_tables(byte_reader& reader, module& into) { into.tables += reader.u32(); }

void read_globals(byte_reader& reader, module& into) { into.globals += reader.u32(); }

void read_exports(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    const std::string_view name = reader.name();
    const std::uint8_t kind = reader.u8();
    const std::uint32_t index = reader.u32();
    if (!reader.ok()) return;
    if (kind == 0) into.exported_functions.emplace(name, index);
    if (kind == 3) into.exported_globals.emplace(name, index);
  }
}

void read_code(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    const std::uint32_t size = reader.u32();
    const std::size_t offset = reader.file_offset();
    const bytes contents = reader.take(size);
    if (reader.ok()) into.bodies.push_back({.offset = offset, .contents = contents});
  }
}

void read_names(byte_reader& reader, module& into) {
  constexpr std::uint8_t functions = 1, globals = 7;
  while (!reader.at_end()) {
    const std::uint8_t kind = reader.u8();
    byte_reader names(reader.take(reader.u32()));
    if (kind != functions && kind != globals) continue;
    const std::uint32_t count = names.u32();
    for (std::uint32_t i = 0; i < count && names.ok(); ++i) {
      const std::uint32_t index = names.u32();
      const std::string_view name = names.name();
      if (!names.ok()) return;
      if (kind == globals && name == "__stack_pointer" && index < into.globals) into.stack_pointer = index;
      if (kind != functions || index >= into.functions.size()) continue;
      if (into.function_names.size() <= index) into.function_names.resize(index + 1);
      into.function_names[index] = name;
    }
  }
}

}  // namespace pagewise
