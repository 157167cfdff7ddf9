#include "wasm/sections.h"

#include "wasm/index_check.h"
#include "wasm/instruction.h"

namespace pagewise {
namespace {

std::uint32_t function_type_index(byte_reader& reader, const module& in) {
  const std::uint32_t type = reader.u32();
  if (reader.ok() && (type >= in.types.size() || !in.types[type].is_function)) reader.fail("unknown type");
  return type;
}

void tag(byte_reader& reader, module& into) {
  if (reader.u8() != 0) reader.fail("malformed tag attribute");
  into.tags.push_back(function_type_index(reader, into));
}

void require_known(byte_reader& reader, value_type type, const module& in) {
  if (reader.ok() && !is_known(type, in)) reader.fail("unknown type");
}

void table_type(byte_reader& reader, const module& in) {
  const value_type type = read_value_type(reader);
  require_known(reader, type, in);
  if (reader.ok() && !is_reference(type)) reader.fail("malformed reference type");
  const limits size = read_limits(reader);
  if (size.is_shared || size.page_size_log2 != limits{}.page_size_log2) reader.fail("malformed limits flags");
}

void global_declaration(byte_reader& reader, module& into) {
  const global_type read = read_global_type(reader);
  require_known(reader, read.type, into);
  into.globals.push_back(read);
}

void imported(byte_reader& reader, std::uint8_t kind, module& into) {
  switch (kind) {
    case external_kind::function:
      into.functions.push_back(function_type_index(reader, into));
      ++into.imported_functions;
      break;
    case external_kind::table:
      table_type(reader, into);
      ++into.tables;
      break;
    case external_kind::memory:
      into.memories.push_back({read_limits(reader), true});
      ++into.imported_memories;
      break;
    case external_kind::global:
      global_declaration(reader, into);
      ++into.imported_globals;
      break;
    case external_kind::tag: tag(reader, into); break;
    default: reader.fail("malformed import kind");
  }
}

std::size_t how_many(const module& in, std::uint8_t kind) {
  switch (kind) {
    case external_kind::function: return in.functions.size();
    case external_kind::table: return in.tables;
    case external_kind::memory: return in.memories.size();
    case external_kind::global: return in.globals.size();
    default: return in.tags.size();
  }
}

}  // namespace

void read_constant_expression(byte_reader& reader, const module& in) {
  for (bool is_over = false; !is_over && reader.ok();) {
    const instruction read = read_instruction(reader);
    if (const char* reason = unknown_index(read, in)) reader.fail(reason);
    is_over = read.opcode == opcode::end;
  }
}

void read_imports(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    reader.name();
    reader.name();
    imported(reader, reader.u8(), into);
  }
}

void read_functions(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    into.functions.push_back(function_type_index(reader, into));
  }
}

void read_tables(byte_reader& reader, module& into) {
  constexpr std::uint8_t with_initializer = 0x40;
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i, ++into.tables) {
    if (reader.peek() != with_initializer) {
      table_type(reader, into);
      continue;
    }
    reader.u8();
    if (reader.u8() != 0) reader.fail("zero byte expected");
    table_type(reader, into);
    read_constant_expression(reader, into);
  }
}

void read_memories(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) into.memories.push_back({read_limits(reader), false});
}

void read_tags(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) tag(reader, into);
}

void read_globals(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    global_declaration(reader, into);
    read_constant_expression(reader, into);
  }
}

void read_exports(byte_reader& reader, module& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    const std::string_view name = reader.name();
    const std::uint8_t kind = reader.u8();
    const std::uint32_t index = reader.u32();
    if (kind > external_kind::tag) reader.fail("malformed export kind");
    if (reader.ok() && index >= how_many(into, kind)) reader.fail("an export of what does not exist");
    if (!reader.ok()) return;
    if (into.exports(name)) return reader.fail("duplicate export name");
    switch (kind) {
      case external_kind::function: into.exported_functions.emplace(name, index); break;
      case external_kind::memory: into.exported_memories.emplace(name, index); break;
      case external_kind::global: into.exported_globals.emplace(name, index); break;
      default: into.other_exports.insert(name);
    }
  }
}

void read_start(byte_reader& reader, module& into) {
  const std::uint32_t start = reader.u32();
  if (!reader.ok()) return;
  if (start >= into.functions.size()) return reader.fail("unknown function");
  const function_type& type = into.types[into.functions[start]];
  if (!type.parameters.empty() || !type.results.empty()) return reader.fail("start function");
  into.start = start;
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
      if (kind == globals && name == "__stack_pointer" && index < into.globals.size()) into.stack_pointer = index;
      if (kind != functions || index >= into.functions.size()) continue;
      if (into.function_names.size() <= index) into.function_names.resize(index + 1);
      into.function_names[index] = name;
    }
  }
}

}  // namespace pagewise
