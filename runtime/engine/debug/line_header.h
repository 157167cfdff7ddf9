#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "debug/entries.h"

namespace pagewise {

/// The header of a unit's line number program (DWARF 4 and 5, section 6.2.4).
struct line_header {
  std::uint8_t minimum_length = 1;
  bool default_is_statement = true;
  std::int8_t line_base = 0;
  std::uint8_t line_range = 1;
  std::uint8_t opcode_base = 1;
  std::vector<std::uint8_t> operand_counts;
  std::vector<std::string> files;  ///< paths in the unit's own numbering; DWARF 4 counts from 1, and 0 is empty
};

/// Reads a header, from behind the unit's length up to the program. None when it is damaged or of another version.
/// `folder` is where the unit was compiled: paths in a library's folder begin with it, others stay relative.
std::optional<line_header> read_line_header(byte_reader& reader, const debug_sections& sections,
                                            std::string_view folder);

/// Paths of source files as the line table has them, by the numbers that entries give them.
class file_names {
public:
  explicit file_names(const entry_table& entries) : entries_(&entries) {}

  /// File `number` of the unit that an entry is in; empty when it has none.
  const std::string& name(entry_index of, std::uint64_t number);

private:
  const entry_table* entries_;
  std::unordered_map<std::uint64_t, std::vector<std::string>> by_unit_;  ///< by offset in `.debug_line`
};

}  // namespace pagewise
