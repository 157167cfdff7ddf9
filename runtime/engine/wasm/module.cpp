#include "wasm/module.h"

#include <algorithm>

#include "wasm/sections.h"

namespace pagewise {
namespace {

/// The sections other than custom ones in the order in which they must come, each with what reads it, if anything does.
struct step {
  std::uint8_t id;
  void (*read)(byte_reader&, module&);
};
constexpr step steps[] = {
    {section_id::type, read_types},       {section_id::import, read_imports},  {section_id::function, read_functions},
    {section_id::table, read_tables},     {section_id::memory, read_memories}, {section_id::tag, read_tags},
    {section_id::global, read_globals},   {section_id::export_, read_exports}, {section_id::start, read_start},
    {section_id::element, read_elements}, {section_id::data_count, nullptr},   {section_id::code, read_code},
    {section_id::data, read_data},
};

std::optional<malformed> read_sections(module& into) {
  byte_reader reader(into.file);
  if (reader.fixed(4) != 0x6d736100) return malformed{0, "this is not a Wasm module: it does not begin with \\0asm"};
  if (reader.fixed(4) != 1) return malformed{4, "this is not version 1 of the binary format"};
  const step* next = std::begin(steps);
  while (!reader.at_end()) {
    const std::size_t start = reader.file_offset();
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
    } else {
      if (found.id > section_id::tag) return malformed{start, "malformed section id"};
      next = std::ranges::find(next, std::end(steps), found.id, &step::id);
      if (next == std::end(steps)) return malformed{start, "unexpected content after last section"};
      ++next;
    }
    into.sections.push_back(found);
  }
  if (!reader.ok()) return malformed{reader.failed_at(), reader.reason()};
  return std::nullopt;
}

/// The number of entries in a section that is a vector, 0 when there is no such section.
std::uint32_t entries(const module& in, std::uint8_t id) {
  const section* found = in.find(id);
  return found ? byte_reader(found->contents).u32() : 0;
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

bool module::exports(std::string_view name) const {
  return exported_functions.contains(name) || exported_memories.contains(name) || exported_globals.contains(name) ||
         other_exports.contains(name);
}

std::expected<module, malformed> read_module(bytes file) {
  module read{.file = file};
  if (const auto problem = read_sections(read)) return std::unexpected(*problem);
  for (const auto& [id, action] : steps) {
    const section* found = read.find(id);
    if (!found || !action) continue;
    byte_reader reader(found->contents, found->offset);
    action(reader, read);
    if (!reader.at_end()) reader.fail("section size mismatch");
    if (!reader.ok()) return std::unexpected(malformed{reader.failed_at(), reader.reason()});
  }
  if (read.bodies.size() + read.imported_functions != read.functions.size()) {
    return std::unexpected(malformed{file.size(), "function and code section have inconsistent lengths"});
  }
  if (const section* count = read.find(section_id::data_count);
      count && entries(read, section_id::data_count) != entries(read, section_id::data)) {
    return std::unexpected(malformed{count->offset, "data count and data section have inconsistent lengths"});
  }
  if (const section* names = read.find_custom("name")) {
    byte_reader reader(names->contents, names->offset);
    read_names(reader, read);  // a damaged name section is only less information
  }
  if (const auto at = read.exported_globals.find("__stack_pointer"); at != read.exported_globals.end()) {
    read.stack_pointer = at->second;
  }
  if (read.stack_pointer && !read.globals[*read.stack_pointer].type.is(value_i32)) read.stack_pointer.reset();
  return read;
}

}  // namespace pagewise
