#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "checks/find_mistakes.h"

namespace pagewise {

/// Which words of the program's data the allocator wrote: its pointers keep no block.
class allocator_words {
public:
  explicit allocator_words(const memory_regions& regions)
      : start_(regions.data_start), words_(regions.data_end > start_ ? std::min((regions.data_end - start_) / 4 + 1, most) : 0) {}

  void add(std::uint32_t address) {
    if (address >= start_ && (address - start_) / 4 < words_.size()) words_[(address - start_) / 4] = true;
  }
  [[nodiscard]] bool has(std::uint32_t address) const {
    return address >= start_ && (address - start_) / 4 < words_.size() && words_[(address - start_) / 4];
  }

private:
  static constexpr std::uint32_t most = 16U << 20;
  std::uint32_t start_;
  std::vector<bool> words_;
};

/// Ordinals of the blocks that were allocated within a call and that, at the end of the log, are live although no
/// pointer leads to them: neither from the program's data, nor from a block that was allocated outside of the call, nor
/// from one that is reachable. None where memory is too large to be searched. An arena of the program's own, which
/// releases no single block, loses none.
std::vector<std::uint32_t> lost_blocks(const trace& log, const call& within, const memory_regions& regions,
                                       const allocator_words& left_out, const module& program);

}  // namespace pagewise
