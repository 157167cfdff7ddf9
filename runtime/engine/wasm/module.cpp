#include "wasm/module.h"

#include <algorithm>

#include "wasm/sections.h"

namespace pagewise {
namespace {

std::optional<malformed> read_sections(module& into) {
  byte_reader reader(into.file);
  if (reader.fixed(4) != 0x6d736100) return malformed{0, "this is not a Wasm module: it does not begin with \\0asm"};
  if (reader.fixed(4) != 1) return malformed{4, "this is not version 1 of the binary format"};
  while (!reader.at_end()) {
    section found{.id = reader.u8(), .name = {}, .offset = 0, .contents = {}};
    const std::uint32_t size = reader.u32();
    found.offset = reader.file_offset();
    found.contents = reader.take(size);
    if (!reader.ok()) break;
    if (found.id == section_id::custom) {
      byte_reader inner(found.contents, found.offset);
      found.name = inner.name();
      if (!inner.ok()) return malformed{inner.failed_at(), inner.reason()};
      found.offset = inner.file_offset();
      found.contents = found.contents.subspan(inner.position());
    }
    if (found.id > section_id::tag) return malformed{found.offset, "unknown section"};
    into.sections.push_back(found);
  }
  if (!reader.ok()) return malformed{reader.failed_at(), reader.reason()};
  return std::nullopt;
}

}  // namespace

const section* module::find(std::uint8_t id) const {
  const auto at = std::ranges::find(sections, id, &section::id);
  return at == sections.end() ? nullptr : &*at;
}

const section* module::find_custom(std::string_view name) const {
  const auto at = std::ranges::find_if(
      sections, [&](const section& s) { return s.id == section_id::custom && s.name == name; });
  return at == sections.end() ? nullptr : &*at;
}

std::expected<module, malformed> read_module(bytes file) {
  module read{.file = file};
  if (const auto problem = read_sections(read)) return std::unexpected(*problem);
  using step = void (*)(byte_reader&, module&);
  constexpr std::pair<std::uint8_t, step> steps[] = {
      {section_id::type, read_types},         {section_id::import, read_imports},
      {section_id::function, read_functions}, {section_id::table, read_tables},
      {section_id::global, read_globals},     {section_id::export_, read_exports},
      {section_id::code, read_code},
  };
  for (const auto& [id, action] : steps) {
    const section* found = read.find(id);
    if (!found) continue;
    byte_reader reader(found->contents, found->offset);
    action(reader, read);
    if (!reader.ok()) return std::unexpected(malformed{reader.failed_at(), reader.reason()});
  }
  if (read.bodies.size() + read.imported_functions != read.functions.size()) {
    return std::unexpected(malformed{0, "the function and code sections have different lengths"});
  }
  if (const section* names = read.find_custom("name")) {
    byte_reader reader(names->contents, names->offset);
    read_names(reader, read);  // a damaged name section is only less information
  }
  if (const auto at = read.exported_globals.find("__stack_pointer"); at != read.exported_globals.end()) {
    read.stack_pointer = at->second;
  }
  return read;
}

}  // namespace pagewise
