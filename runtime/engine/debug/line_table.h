#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/module.h"

namespace pagewise {

class entry_table;

/// Code from `address` on (offset in the code section's contents) comes from this place; up to the next row.
struct line_row {
  std::uint32_t address;
  std::uint32_t file;  ///< index into line_table::files
  std::uint32_t line;  ///< from 1; 0 where the compiler names none
  std::uint32_t column;
  bool ends_sequence;
  bool is_statement;  ///< a place the compiler recommends to stop at
  bool prologue_end;  ///< first row after the function put its parameters in their places
};

/// All rows of `.debug_line`, ordered by address (DWARF 4 and 5, section 6.2). What cannot be read is left out.
struct line_table {
  std::vector<std::string> files;
  std::vector<line_row> rows;

  /// The row that covers an address, or null.
  [[nodiscard]] const line_row* find(std::uint32_t address) const;
};

line_table read_line_table(const module& in);
/// The same, where the entries have been read already.
line_table read_line_table(const module& in, const entry_table& entries);

/// Whether a file belongs to a toolchain, not to the program, as far as its path tells.
[[nodiscard]] bool is_library_path(std::string_view path);

}  // namespace pagewise
