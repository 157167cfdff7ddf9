#pragma once

#include <cstdint>
#include <vector>

#include "wasm/byte_reader.h"

namespace pagewise {

/// How one attribute of an entry is written (DWARF 5, section 7.5.3).
struct attribute_format {
  std::uint32_t attribute;
  std::uint32_t form;
  std::int64_t implicit;  ///< the value, where the form is DW_FORM_implicit_const
};

struct abbreviation {
  std::uint64_t code;
  std::uint32_t tag;
  bool has_children;
  std::vector<attribute_format> attributes;
};

/// The table of abbreviations of a unit.
class abbreviations {
public:
  abbreviations() = default;
  /// Reads the table at an offset of `.debug_abbrev`; up to what is damaged.
  abbreviations(bytes section, std::size_t offset);

  /// Null when there is no such code. Stays valid as long as the table, moved or not.
  [[nodiscard]] const abbreviation* find(std::uint64_t code) const;
  /// All of them, ordered by code.
  [[nodiscard]] const std::vector<abbreviation>& all() const { return by_code_; }

private:
  std::vector<abbreviation> by_code_;
};

}  // namespace pagewise
