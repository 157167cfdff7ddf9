#include "heap/block_places.h"

#include <iterator>

namespace pagewise {

void block_places::add_announced(std::uint32_t ordinal, bytes where) {
  const auto around = announced_holder_of(where);
  announced_[{where.address, ordinal}] = {where.end, around};
}

void block_places::remove(std::uint32_t ordinal, std::uint32_t address) {
  if (announced_.erase({address, ordinal}) > 0) return;
  const auto found = outer_.find(address);
  if (found != outer_.end() && found->second.ordinal == ordinal) outer_.erase(found);
}

std::optional<block_places::key> block_places::announced_holder_of(bytes what) const {
  // A forged log may nest blocks as deeply as it likes; no allocator does.
  constexpr int most_levels = 64;
  auto after = announced_.upper_bound({what.address, ~std::uint32_t{0}});
  if (after == announced_.begin()) return std::nullopt;
  auto candidate = std::prev(after);
  for (int level = 0; level < most_levels; ++level) {
    if (what.end <= candidate->second.end) return candidate->first;
    if (!candidate->second.around) break;
    candidate = announced_.find(*candidate->second.around);
    if (candidate == announced_.end()) break;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> block_places::holder_of(bytes what) const {
  if (const auto announced = announced_holder_of(what)) return announced->second;
  const auto after = outer_.upper_bound(what.address);
  if (after == outer_.begin()) return std::nullopt;
  const outer_block& below = std::prev(after)->second;
  return what.end <= below.end ? std::optional(below.ordinal) : std::nullopt;
}

std::vector<std::uint32_t> block_places::announced_in(bytes what) const {
  std::vector<std::uint32_t> ordinals;
  auto each = announced_.lower_bound({what.address, 0});
  for (; each != announced_.end() && each->first.first < what.end; ++each) ordinals.push_back(each->first.second);
  return ordinals;
}

}  // namespace pagewise
