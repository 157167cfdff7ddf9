#pragma once

#include <unordered_map>
#include <vector>

#include "debug/dwarf_constants.h"
#include "debug/forms.h"

namespace pagewise {

/// An entry of `.debug_info`, numbered in the order they are written.
using entry_index = std::uint32_t;
inline constexpr entry_index no_entry = ~entry_index{0};

/// All entries of all units (DWARF 4 and 5 of 32 bits): where each lies, and the tree they form. Attributes are read
/// when they are asked for. What is damaged ends the reading of its unit; what was read before stays.
class entry_table {
public:
  explicit entry_table(const module& in);

  [[nodiscard]] const debug_sections& sections() const { return sections_; }
  [[nodiscard]] entry_index size() const { return static_cast<entry_index>(entries_.size()); }
  [[nodiscard]] std::uint32_t tag(entry_index at) const { return entries_[at].format->tag; }
  [[nodiscard]] entry_index parent(entry_index at) const { return entries_[at].parent; }
  [[nodiscard]] const unit& unit_of(entry_index at) const { return units_[entries_[at].unit].header; }
  /// The folder in which the unit was compiled whose line table lies at an offset of `.debug_line`; empty when unknown.
  [[nodiscard]] std::string_view folder_of_lines(std::uint64_t line_offset) const;
  /// The entry at an offset of `.debug_info`, or no_entry.
  [[nodiscard]] entry_index find(std::uint64_t offset) const;

  /// Calls `visit` with each child, until it returns false.
  template <typename Visit>
  void each_child(entry_index of, Visit visit) const {
    for (entry_index child = of + 1; child < entries_[of].end; child = entries_[child].end) {
      if (!visit(child)) return;
    }
  }
  /// The entry after the last one below this one.
  [[nodiscard]] entry_index end(entry_index at) const { return entries_[at].end; }

  /// An attribute of this very entry; none when it has none.
  [[nodiscard]] attribute_value read(entry_index at, std::uint32_t attribute) const;
  [[nodiscard]] bool has(entry_index at, std::uint32_t attribute) const;
  [[nodiscard]] std::string_view text(entry_index at, std::uint32_t attribute) const {
    return read(at, attribute).text;
  }
  [[nodiscard]] std::uint64_t number(entry_index at, std::uint32_t attribute) const {
    return read(at, attribute).number;
  }
  /// The entry that an attribute refers to, or no_entry.
  [[nodiscard]] entry_index reference(entry_index at, std::uint32_t attribute) const;

  /// Where the entry was described first: what its specification or abstract origin leads to, else itself.
  [[nodiscard]] entry_index origin(entry_index at) const;
  /// The same attributes, of this entry or of those it was described by before.
  [[nodiscard]] attribute_value inherited(entry_index at, std::uint32_t attribute) const;
  [[nodiscard]] entry_index inherited_reference(entry_index at, std::uint32_t attribute) const;

private:
  struct entry {
    std::uint32_t offset;
    std::uint32_t unit;
    entry_index parent;
    entry_index end;
    const abbreviation* format;
  };
  struct read_unit {
    unit header;
    abbreviations formats;
  };

  void read_entries(std::uint32_t unit_index);
  void take_bases(unit& of, entry_index root) const;
  [[nodiscard]] entry_index described_by(entry_index at) const;

  debug_sections sections_;
  std::vector<read_unit> units_;
  std::vector<entry> entries_;
  std::unordered_map<std::uint64_t, std::string_view> folders_;  ///< of units by the offset of their line tables
};

}  // namespace pagewise
