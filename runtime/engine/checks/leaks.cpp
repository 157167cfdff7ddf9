#include "checks/leaks.h"

#include <algorithm>
#include <cstring>

namespace pagewise {
namespace {

struct live_block {
  std::uint32_t address;
  std::uint64_t end;
  std::uint32_t ordinal;
  bool is_reached;
};

class search {
public:
  search(const trace& log, std::vector<live_block> blocks, const allocator_words& left_out)
      : log_(log), blocks_(std::move(blocks)), left_out_(left_out) {
    std::ranges::sort(blocks_, {}, &live_block::address);
    for (const live_block& each : blocks_) {
      if (each.is_reached) waiting_.push_back({each.address, each.end});
    }
  }

  /// False when there is too much to read.
  bool run(std::uint32_t data_start, std::uint32_t data_end) {
    waiting_.push_back({data_start, data_end});
    while (!waiting_.empty()) {
      const range next = waiting_.back();
      waiting_.pop_back();
      if (!look_through(next)) return false;
    }
    return true;
  }

  [[nodiscard]] std::vector<std::uint32_t> lost() const {
    std::vector<std::uint32_t> ordinals;
    for (const live_block& each : blocks_) if (!each.is_reached) ordinals.push_back(each.ordinal);
    std::ranges::sort(ordinals);
    return ordinals;
  }

private:
  struct range {
    std::uint64_t start, end;
  };

  bool look_through(range in) {
    constexpr std::uint64_t most = 64U << 20;
    std::uint64_t at = (in.start + 3) & ~std::uint64_t{3};  // pointers are aligned
    if (at >= in.end) return true;
    read_ += in.end - at;
    if (read_ > most) return false;
    std::uint32_t words[1024];
    for (; at + 4 <= in.end; at += sizeof words) {
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(in.end - at, sizeof words)) / 4;
      log_.read_at(log_.size(), static_cast<std::uint32_t>(at), {reinterpret_cast<std::uint8_t*>(words), count * 4});
      for (std::uint32_t i = 0; i < count; ++i) {
        if (!left_out_.has(static_cast<std::uint32_t>(at) + i * 4)) reach(words[i]);
      }
    }
    return true;
  }

  void reach(std::uint32_t pointer) {
    if (blocks_.empty() || pointer < blocks_.front().address) return;
    const auto after = std::ranges::upper_bound(blocks_, pointer, {}, &live_block::address);
    live_block& found = *(after - 1);
    if (found.is_reached || pointer >= found.end) return;
    found.is_reached = true;
    waiting_.push_back({found.address, found.end});
  }

  const trace& log_;
  std::vector<live_block> blocks_;
  const allocator_words& left_out_;
  std::vector<range> waiting_;
  std::uint64_t read_ = 0;
};

}  // namespace

std::vector<std::uint32_t> lost_blocks(const trace& log, const call& within, const memory_regions& regions,
                                       const allocator_words& left_out) {
  std::vector<live_block> live;
  bool has_candidate = false;
  const auto blocks = log.blocks();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const traced_block& each = blocks[i];
    if (each.released != finding::nowhere) continue;
    const bool is_inside = each.allocated > within.entered && each.allocated < within.left;
    has_candidate |= is_inside;
    const std::uint64_t end = each.what.address + std::uint64_t{std::max(each.what.size, 1U)};
    live.push_back({each.what.address, std::min(end, std::uint64_t{1} << 32), static_cast<std::uint32_t>(i), !is_inside});
  }
  if (!has_candidate) return {};
  search looking(log, std::move(live), left_out);
  return looking.run(regions.data_start, regions.data_end) ? looking.lost() : std::vector<std::uint32_t>{};
}

}  // namespace pagewise
