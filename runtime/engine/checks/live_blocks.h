#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "checks/finding.h"

namespace pagewise {

/// Which blocks are live while a log is read from its start. Those that the program announced are left out: they lie in
/// what the program had before.
class live_blocks {
public:
  explicit live_blocks(const trace& log) : all_(log.blocks()) {
    for (std::uint32_t i = 0; i < all_.size(); ++i) {
      if (all_[i].what.by == allocator_call::announced) continue;
      changes_.push_back({all_[i].allocated, i, false});
      if (all_[i].released != never) changes_.push_back({all_[i].released, i, true});
    }
    // A reallocation releases a block and allocates another by one call.
    std::ranges::stable_sort(changes_, {}, [](const change& each) { return std::pair(each.at, !each.is_release); });
  }

  /// Takes over what happened up to a position; `released(start, end)` is told of each block that was.
  template <typename Released>
  void pass(log_position at, Released released) {
    for (; next_ < changes_.size() && changes_[next_].at <= at; ++next_) {
      const block& what = all_[changes_[next_].block].what;
      const std::uint64_t end = std::uint64_t{what.address} + what.size;
      if (!changes_[next_].is_release) live_[what.address] = {end, changes_[next_].block};
      else if (live_.erase(what.address) > 0) released(what.address, end);
    }
  }

  /// The ordinal of the block that holds a byte.
  [[nodiscard]] std::optional<std::uint32_t> holder_of(std::uint32_t address) const {
    const auto after = live_.upper_bound(address);
    if (after == live_.begin() || address >= std::prev(after)->second.end) return std::nullopt;
    return std::prev(after)->second.block;
  }

private:
  struct change {
    log_position at;
    std::uint32_t block;
    bool is_release;
  };
  struct place {
    std::uint64_t end;
    std::uint32_t block;
  };
  std::span<const traced_block> all_;
  std::vector<change> changes_;
  std::size_t next_ = 0;
  std::map<std::uint32_t, place> live_;
};

}  // namespace pagewise
