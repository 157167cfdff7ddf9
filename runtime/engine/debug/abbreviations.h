#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "wasm/byte_reader.h"

namespace pagewise {

/// How one attribute of an entry is written (DWARF 5, section 7.5.3).
struct attribute_format {
  std::uint32_t attribute;
  std::uint32_t form;
};

struct abbreviation {
  std::uint32_t tag;
  bool has_children;
  std::vector<attribute_format> attributes;
};

using abbreviations = std::unordered_map<std::uint64_t, abbreviation>;

abbreviations read_abbreviations(bytes section, std::size_t offset);

}  // namespace pagewise
