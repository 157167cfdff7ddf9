#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "replay/trace.h"

namespace pagewise {

/// Blocks that pointers may lead to, by address. None of them was released, and those that the program announced within
/// others are left out: no two share a byte.
class pointer_targets {
public:
  pointer_targets(const trace& log, std::span<const std::uint32_t> blocks) : blocks_(blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const struct block& what = log.blocks()[blocks[i]].what;
      if (what.by != allocator_call::announced)
        ranges_.push_back({what.address, what.address + std::uint64_t{std::max(what.size, 1U)}, i});
    }
    std::ranges::sort(ranges_, {}, &range::start);
    if (ranges_.empty()) return;
    lowest_ = ranges_.front().start;
    highest_ = static_cast<std::uint32_t>(ranges_.back().end - 1);
  }

  /// Which of the blocks a value points into.
  [[nodiscard]] std::optional<std::size_t> of(std::uint32_t value) const {
    if (value < lowest_ || value > highest_) return std::nullopt;
    const auto after = std::ranges::upper_bound(ranges_, value, {}, &range::start);
    return after != ranges_.begin() && value < std::prev(after)->end ? std::optional(std::prev(after)->which)
                                                                     : std::nullopt;
  }
  /// The ordinal of one of them.
  [[nodiscard]] std::uint32_t block(std::size_t which) const { return blocks_[which]; }

  /// Whether a word may point into one of them of which `count` bytes from byte `first` on are known.
  [[nodiscard]] bool may_begin_with(const std::uint8_t* bytes, std::uint64_t first, std::uint64_t count) const {
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::uint64_t shift = 8 * (first + i);
      const std::uint64_t low = lowest_ >> shift, high = highest_ >> shift;
      if (low >> 8 == high >> 8 && (bytes[i] < (low & 0xff) || bytes[i] > (high & 0xff))) return false;
    }
    return !ranges_.empty();
  }

private:
  struct range {
    std::uint32_t start;
    std::uint64_t end;
    std::size_t which;
  };
  std::span<const std::uint32_t> blocks_;
  std::vector<range> ranges_;
  std::uint32_t lowest_ = 1, highest_ = 0;
};

}  // namespace pagewise
