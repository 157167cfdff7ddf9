#include "debug/line_table.h"

#include <algorithm>
#include <array>

#include "debug/dwarf_constants.h"
#include "debug/line_header.h"

namespace pagewise {
namespace {

/// Runs the line number program of one unit. Functions that the linker dropped keep their rows, from address 0 or near
/// the top on, and so into other functions: whole sequences that do not begin in code of `code_size` bytes are left
/// out.
void run_program(byte_reader& reader, const line_header& unit, std::uint32_t first_file, std::size_t code_size,
                 line_table& table) {
  line_row row{};
  std::int64_t line = 1;
  std::uint64_t file = 1;
  std::size_t sequence = table.rows.size();
  const auto close_sequence = [&] {
    if (sequence < table.rows.size() && (table.rows[sequence].address == 0 || table.rows[sequence].address > code_size))
      table.rows.resize(sequence);
    sequence = table.rows.size();
  };
  const auto reset = [&] {
    row = {};
    row.is_statement = unit.default_is_statement;
    line = 1;
    file = 1;
  };
  const auto emit = [&](bool ends) {
    row.file = file < unit.files.size() ? first_file + static_cast<std::uint32_t>(file) : 0;
    row.line = static_cast<std::uint32_t>(line);
    row.ends_sequence = ends;
    if (!table.files.empty()) table.rows.push_back(row);
    row.prologue_end = false;
  };
  const auto advance = [&](std::uint64_t steps) {
    row.address += static_cast<std::uint32_t>(steps * unit.minimum_length);
  };
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
      case line_opcode::extended: {
        const std::uint64_t length = reader.unsigned_leb(64);
        byte_reader extended(reader.take(static_cast<std::size_t>(length)));
        const std::uint8_t kind = extended.u8();
        if (kind == extended_line_opcode::end_sequence) { emit(true); close_sequence(); reset(); }
        if (kind == extended_line_opcode::set_address) row.address = static_cast<std::uint32_t>(extended.fixed(4));
        break;
      }
      case line_opcode::copy: emit(false); break;
      case line_opcode::advance_pc: advance(reader.unsigned_leb(64)); break;
      case line_opcode::advance_line: line += reader.signed_leb(64); break;
      case line_opcode::set_file: file = reader.unsigned_leb(64); break;
      case line_opcode::set_column: row.column = static_cast<std::uint32_t>(reader.unsigned_leb(64)); break;
      case line_opcode::const_add_pc: advance((255u - unit.opcode_base) / unit.line_range); break;
      case line_opcode::fixed_advance_pc: row.address += static_cast<std::uint32_t>(reader.fixed(2)); break;
      case line_opcode::negate_stmt: row.is_statement = !row.is_statement; break;
      case line_opcode::set_prologue_end: row.prologue_end = true; break;
      case line_opcode::set_basic_block: case line_opcode::set_epilogue_begin: break;
      default:
        for (int i = 0; i < (op - 1 < static_cast<int>(unit.operand_counts.size()) ? unit.operand_counts[op - 1] : 0);
             ++i)
          reader.unsigned_leb(64);
    }
  }
  close_sequence();
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

line_table read_line_table(const module& in) { return read_line_table(in, entry_table(in)); }

line_table read_line_table(const module& in, const entry_table& entries) {
  line_table table;
  const debug_sections& sections = entries.sections();
  const section* code = in.find(section_id::code);
  const std::size_t limit = code ? code->contents.size() : 0;
  byte_reader reader(sections.lines);
  while (!reader.at_end()) {
    const std::size_t start = reader.position();
    const auto length = static_cast<std::size_t>(reader.fixed(4));
    byte_reader unit(reader.take(length));
    if (!reader.ok()) break;
    const std::optional<line_header> header = read_line_header(unit, sections, entries.folder_of_lines(start));
    if (!header) continue;
    const auto first_file = static_cast<std::uint32_t>(table.files.size());
    table.files.insert(table.files.end(), header->files.begin(), header->files.end());
    run_program(unit, *header, first_file, limit, table);
  }
  // An advance may lead out of the code all the same.
  std::erase_if(table.rows, [&](const line_row& row) { return row.address == 0 || row.address > limit; });
  std::ranges::stable_sort(table.rows, [](const line_row& a, const line_row& b) {
    if (a.address != b.address) return a.address < b.address;
    return a.ends_sequence && !b.ends_sequence;  // where one sequence ends and the next begins
  });
  return table;
}

bool is_library_path(std::string_view path) {
  constexpr std::array<std::string_view, 8> roots = {"/sysroot/", "/usr/", "/rustc/", "/emsdk/", "../../../system/",
                                                     // wasi-libc is built in its own folder, which it calls `.`
                                                     "./libc-bottom-half/", "./libc-top-half/", "./dlmalloc/"};
  constexpr std::array<std::string_view, 5> parts = {"/.cargo/registry/", "/rustlib/", "/emscripten/cache/",
                                                     "/emscripten/system/", "/wasi-libc/"};
  return std::ranges::any_of(roots, [&](std::string_view root) { return path.starts_with(root); }) ||
         std::ranges::any_of(parts, [&](std::string_view part) { return path.find(part) != path.npos; });
}

}  // namespace pagewise
