#include "debug/line_table.h"

#include <algorithm>

namespace pagewise {
namespace {

/// Strings that a DWARF 5 header refers to.
struct string_sections {
  bytes line_strings;
  bytes strings;
};

std::string_view text_at(bytes section, std::uint64_t offset) {
  if (offset >= section.size()) return {};
  return byte_reader(section.subspan(static_cast<std::size_t>(offset))).zero_terminated();
}

std::string joined(std::string_view folder, std::string_view name) {
  if (folder.empty() || name.starts_with('/')) return std::string(name);
  return std::string(folder) + "/" + std::string(name);
}

struct header {
  std::uint8_t minimum_length = 1;
  bool default_is_statement = true;
  std::int8_t line_base = 0;
  std::uint8_t line_range = 1;
  std::uint8_t opcode_base = 1;
  std::vector<std::uint8_t> operand_counts;
  std::vector<std::uint32_t> files;  ///< index in line_table::files of each file of this unit, in its own numbering
};

void read_version4_files(byte_reader& reader, header& into, line_table& table) {
  std::vector<std::string_view> folders{""};
  while (reader.ok() && reader.peek() != 0) folders.push_back(reader.zero_terminated());
  reader.u8();
  into.files.push_back(0);  // numbered from 1
  while (reader.ok() && reader.peek() != 0) {
    const std::string_view name = reader.zero_terminated();
    const std::uint64_t folder = reader.unsigned_leb(64);
    reader.unsigned_leb(64);
    reader.unsigned_leb(64);
    into.files.push_back(static_cast<std::uint32_t>(table.files.size()));
    table.files.push_back(joined(folder < folders.size() ? folders[static_cast<std::size_t>(folder)] : "", name));
  }
  reader.u8();
}

/// One entry of a DWARF 5 list of folders or files: its path and the folder it is in.
struct path_entry {
  std::string_view path;
  std::uint64_t folder = 0;
};

std::vector<path_entry> read_entries(byte_reader& reader, const string_sections& strings) {
  constexpr std::uint64_t is_path = 1, is_folder = 2;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> formats(reader.u8());
  for (auto& [content, form] : formats) {
    content = reader.unsigned_leb(64);
    form = reader.unsigned_leb(64);
  }
  std::vector<path_entry> entries;
  const std::uint64_t count = reader.unsigned_leb(64);
  for (std::uint64_t i = 0; i < count && reader.ok() && !reader.at_end(); ++i) {
    path_entry entry;
    for (const auto& [content, form] : formats) {
      std::string_view text;
      std::uint64_t number = 0;
      switch (form) {
        case 0x08: text = reader.zero_terminated(); break;
        case 0x0e: text = text_at(strings.strings, reader.fixed(4)); break;
        case 0x1f: text = text_at(strings.line_strings, reader.fixed(4)); break;
        case 0x0b: number = reader.fixed(1); break;
        case 0x05: number = reader.fixed(2); break;
        case 0x06: number = reader.fixed(4); break;
        case 0x0f: number = reader.unsigned_leb(64); break;
        case 0x1e: reader.skip(16); break;
        default: reader.fail("unknown form in a line table"); break;
      }
      if (content == is_path) entry.path = text;
      if (content == is_folder) entry.folder = number;
    }
    entries.push_back(entry);
  }
  return entries;
}

void read_version5_files(byte_reader& reader, header& into, line_table& table, const string_sections& strings) {
  const auto folders = read_entries(reader, strings);
  for (const path_entry& file : read_entries(reader, strings)) {
    const std::string_view folder = file.folder > 0 && file.folder < folders.size() ? folders[static_cast<std::size_t>(file.folder)].path : "";
    into.files.push_back(static_cast<std::uint32_t>(table.files.size()));
    table.files.push_back(joined(folder, file.path));
  }
}

/// Runs the line number program of one unit.
void run_program(byte_reader& reader, const header& unit, line_table& table) {
  line_row row{};
  std::int64_t line = 1;
  std::uint64_t file = 1;
  const auto reset = [&] {
    row = {};
    row.is_statement = unit.default_is_statement;
    line = 1;
    file = 1;
  };
  const auto emit = [&](bool ends) {
    row.file = file < unit.files.size() ? unit.files[static_cast<std::size_t>(file)] : 0;
    row.line = static_cast<std::uint32_t>(line);
    row.ends_sequence = ends;
    if (!table.files.empty()) table.rows.push_back(row);
    row.prologue_end = false;
  };
  const auto advance = [&](std::uint64_t steps) { row.address += static_cast<std::uint32_t>(steps * unit.minimum_length); };
  reset();
  while (!reader.at_end()) {
    const std::uint8_t op = reader.u8();
    if (op >= unit.opcode_base) {
      const unsigned adjusted = op - unit.opcode_base;
      advance(adjusted / unit.line_range);
      line += unit.line_base + static_cast<int>(adjusted % unit.line_range);
      emit(false);
      continue;
    }
    switch (op) {
      case 0: {
        const std::uint64_t length = reader.unsigned_leb(64);
        byte_reader extended(reader.take(static_cast<std::size_t>(length)));
        const std::uint8_t kind = extended.u8();
        if (kind == 1) { emit(true); reset(); }
        if (kind == 2) row.address = static_cast<std::uint32_t>(extended.fixed(4));
        break;
      }
      case 1: emit(false); break;
      case 2: advance(reader.unsigned_leb(64)); break;
      case 3: line += reader.signed_leb(64); break;
      case 4: file = reader.unsigned_leb(64); break;
      case 5: row.column = static_cast<std::uint32_t>(reader.unsigned_leb(64)); break;
      case 8: advance((255u - unit.opcode_base) / unit.line_range); break;
      case 9: row.address += static_cast<std::uint32_t>(reader.fixed(2)); break;
      case 6: row.is_statement = !row.is_statement; break;
      case 10: row.prologue_end = true; break;
      case 7: case 11: break;
      default:
        for (int i = 0; i < (op - 1 < static_cast<int>(unit.operand_counts.size()) ? unit.operand_counts[op - 1] : 0); ++i)
          reader.unsigned_leb(64);
    }
  }
}

void read_unit(byte_reader& reader, line_table& table, const string_sections& strings) {
  header unit;
  const auto version = reader.fixed(2);
  if (version < 2 || version > 5) return;
  if (version == 5) reader.skip(2);  // sizes of an address and of a segment
  const auto header_length = static_cast<std::size_t>(reader.fixed(4));
  const std::size_t program = reader.position() + header_length;
  unit.minimum_length = reader.u8();
  if (version >= 4) reader.u8();
  unit.default_is_statement = reader.u8() != 0;
  unit.line_base = static_cast<std::int8_t>(reader.u8());
  unit.line_range = reader.u8();
  unit.opcode_base = reader.u8();
  if (unit.line_range == 0 || unit.opcode_base == 0) return;
  for (int i = 1; i < unit.opcode_base; ++i) unit.operand_counts.push_back(reader.u8());
  if (version == 5) read_version5_files(reader, unit, table, strings);
  else read_version4_files(reader, unit, table);
  if (!reader.ok() || program < reader.position()) return;
  reader.skip(program - reader.position());
  run_program(reader, unit, table);
}

}  // namespace

const line_row* line_table::find(std::uint32_t address) const {
  auto after = std::ranges::upper_bound(rows, address, {}, &line_row::address);
  while (after != rows.begin()) {
    --after;
    if (after->ends_sequence) return nullptr;
    if (after->line != 0) return &*after;
  }
  return nullptr;
}

line_table read_line_table(const module& in) {
  line_table table;
  const auto contents = [&](std::string_view name) {
    const section* found = in.find_custom(name);
    return found ? found->contents : bytes{};
  };
  const string_sections strings{.line_strings = contents(".debug_line_str"), .strings = contents(".debug_str")};
  byte_reader reader(contents(".debug_line"));
  while (!reader.at_end()) {
    const auto length = static_cast<std::size_t>(reader.fixed(4));
    byte_reader unit(reader.take(length));
    if (reader.ok()) read_unit(unit, table, strings);
  }
  // Functions that the linker dropped keep rows at address 0 or near the top; both lie outside the code.
  const section* code = in.find(section_id::code);
  const std::size_t limit = code ? code->contents.size() : 0;
  std::erase_if(table.rows, [&](const line_row& row) { return row.address == 0 || row.address > limit; });
  std::ranges::stable_sort(table.rows, [](const line_row& a, const line_row& b) {
    if (a.address != b.address) return a.address < b.address;
    return a.ends_sequence && !b.ends_sequence;  // where one sequence ends and the next begins
  });
  return table;
}

}  // namespace pagewise
