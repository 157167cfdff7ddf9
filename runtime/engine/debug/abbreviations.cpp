#include "debug/abbreviations.h"

#include <algorithm>

#include "debug/dwarf_constants.h"

namespace pagewise {

abbreviations::abbreviations(bytes section, std::size_t offset) {
  if (offset > section.size()) return;
  byte_reader reader(section.subspan(offset));
  while (!reader.at_end()) {
    const std::uint64_t code = reader.unsigned_leb(64);
    if (code == 0) break;
    abbreviation entry{.code = code,
                       .tag = static_cast<std::uint32_t>(reader.unsigned_leb(64)),
                       .has_children = reader.u8() != 0,
                       .attributes = {}};
    for (;;) {
      attribute_format format{};
      format.attribute = static_cast<std::uint32_t>(reader.unsigned_leb(64));
      format.form = static_cast<std::uint32_t>(reader.unsigned_leb(64));
      if (format.form == form::implicit_const) format.implicit = reader.signed_leb(64);
      if (!reader.ok() || (format.attribute == 0 && format.form == 0)) break;
      entry.attributes.push_back(format);
    }
    by_code_.push_back(std::move(entry));
  }
  if (!std::ranges::is_sorted(by_code_, {}, &abbreviation::code))
    std::ranges::stable_sort(by_code_, {}, &abbreviation::code);
}

const abbreviation* abbreviations::find(std::uint64_t code) const {
  if (code - 1 < by_code_.size() && by_code_[static_cast<std::size_t>(code - 1)].code == code)
    return &by_code_[static_cast<std::size_t>(code - 1)];
  const auto at = std::ranges::lower_bound(by_code_, code, {}, &abbreviation::code);
  return at != by_code_.end() && at->code == code ? &*at : nullptr;
}

}  // namespace pagewise
