#pragma once

#include <optional>
#include <vector>

#include "debug/entries.h"

namespace pagewise {

/// Code from `low` up to `high`.
struct address_range {
  std::uint64_t low;
  std::uint64_t high;

  [[nodiscard]] bool contains(std::uint64_t at) const { return at >= low && at < high; }
};

/// The code that an entry covers: DW_AT_low_pc and DW_AT_high_pc, or the list of DW_AT_ranges (`.debug_ranges`,
/// `.debug_rnglists`). Code that the linker dropped is left out.
std::vector<address_range> code_ranges(const entry_table& entries, entry_index of);

/// One expression of a location list, and the code in which it holds. Nothing limits a default one.
struct location_entry {
  std::optional<address_range> holds;
  bytes expression;
};

/// The list that an attribute of class loclist leads to (`.debug_loc`, `.debug_loclists`).
std::vector<location_entry> location_list(const entry_table& entries, entry_index of, const attribute_value& list);

}  // namespace pagewise
