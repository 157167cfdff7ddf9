#include "debug/abbreviations.h"

namespace pagewise {

abbreviations read_abbreviations(bytes section, std::size_t offset) {
  constexpr std::uint32_t implicit_const = 0x21;
  abbreviations table;
  if (offset > section.size()) return table;
  byte_reader reader(section.subspan(offset));
  while (!reader.at_end()) {
    const std::uint64_t code = reader.unsigned_leb(64);
    if (code == 0) break;
    abbreviation entry{.tag = static_cast<std::uint32_t>(reader.unsigned_leb(64)), .has_children = reader.u8() != 0, .attributes = {}};
    for (;;) {
      const auto attribute = static_cast<std::uint32_t>(reader.unsigned_leb(64));
      const auto form = static_cast<std::uint32_t>(reader.unsigned_leb(64));
      if (form == implicit_const) reader.signed_leb(64);
      if (!reader.ok() || (attribute == 0 && form == 0)) break;
      entry.attributes.push_back({attribute, form});
    }
    table.emplace(code, std::move(entry));
  }
  return table;
}

}  // namespace pagewise
