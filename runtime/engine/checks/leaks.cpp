#include "checks/leaks.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "rewrite/allocator_functions.h"

namespace pagewise {
namespace {

constexpr std::size_t nowhere = ~std::size_t{0};

struct live_block {
  std::uint32_t address;
  std::uint64_t end;
  std::uint32_t ordinal;
  bool is_reached;
  bool is_announced;
  std::uint32_t within;          ///< the ordinal, from 1, of the block around it; or 0
  std::size_t around = nowhere;  ///< where that one is in the list, if it is live
};

class search {
public:
  search(const trace& log, std::vector<live_block> blocks, const allocator_words& left_out)
      : log_(log), blocks_(std::move(blocks)), left_out_(left_out) {
    // Of those that begin together the inner one comes last: it is the newer one.
    std::ranges::sort(blocks_, {}, [](const live_block& each) { return std::pair(each.address, each.ordinal); });
    std::unordered_map<std::uint32_t, std::size_t> places;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const live_block& each = blocks_[i];
      places.emplace(each.ordinal + 1, i);
      if (each.is_announced) announced_.push_back({each.address, each.end, each.ordinal + 1});
      if (each.is_reached) waiting_.push_back({each.address, each.end, each.ordinal + 1});
    }
    for (live_block& each : blocks_) {
      if (const auto found = places.find(each.within); found != places.end()) each.around = found->second;
    }
  }

  /// False when there is too much to read.
  bool run(std::uint32_t data_start, std::uint32_t data_end) {
    if (!look_through_own({data_start, data_end, 0})) return false;
    while (!waiting_.empty()) {
      const range next = waiting_.back();
      waiting_.pop_back();
      if (!look_through_own(next)) return false;
    }
    return true;
  }

  /// What lies within a lost block is lost with it.
  [[nodiscard]] std::vector<std::uint32_t> lost() const {
    std::vector<std::uint32_t> ordinals;
    for (const live_block& each : blocks_) {
      if (!each.is_reached && (each.around == nowhere || blocks_[each.around].is_reached)) ordinals.push_back(each.ordinal);
    }
    std::ranges::sort(ordinals);
    return ordinals;
  }

private:
  struct range {
    std::uint64_t start, end;
    std::uint32_t ordinal;  ///< of the block, from 1; 0 of what is none
  };

  /// Looks through a block's bytes without those of the blocks that were announced within it later; or through the data
  /// without any that were announced there.
  bool look_through_own(range in) {
    constexpr std::uint64_t cost_of_step = 64;
    std::uint64_t from = in.start;
    auto each = std::ranges::lower_bound(announced_, in.start, {}, &range::start);
    for (; each != announced_.end() && each->start < in.end; ++each) {
      read_ += cost_of_step;
      if (read_ > most) return false;
      if (each->ordinal <= in.ordinal) continue;
      if (each->start > from && !look_through({from, each->start, 0})) return false;
      from = std::max(from, each->end);
    }
    return look_through({from, in.end, 0});
  }

  bool look_through(range in) {
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
    auto place = static_cast<std::size_t>(after - blocks_.begin()) - 1;
    // Those that begin together are reached together.
    for (; place > 0 && !blocks_[place].is_reached && blocks_[place - 1].address == blocks_[place].address; --place) {
      reach_at(place, pointer);
    }
    for (int level = 0; level < most_levels && place != nowhere; ++level, place = blocks_[place].around) {
      reach_at(place, pointer);
    }
  }

  void reach_at(std::size_t place, std::uint32_t pointer) {
    live_block& found = blocks_[place];
    if (found.is_reached || pointer >= found.end) return;
    found.is_reached = true;
    waiting_.push_back({found.address, found.end, found.ordinal + 1});
  }

  static constexpr std::uint64_t most = 64U << 20;  ///< bytes that are read
  static constexpr int most_levels = 64;            ///< of blocks within each other

  const trace& log_;
  std::vector<live_block> blocks_;
  const allocator_words& left_out_;
  std::vector<range> announced_, waiting_;
  std::uint64_t read_ = 0;
};

/// Whether the program's own allocator is an arena: the linker left out what releases a single block.
bool releases_all_at_once(const module& program) {
  const auto functions = find_allocator_functions(program);
  const auto has = [&](allocator_call call) {
    return std::ranges::find(functions, call, &allocator_function::call) != functions.end();
  };
  return has(allocator_call::announced_release_all) && !has(allocator_call::announced_release);
}

}  // namespace

std::vector<std::uint32_t> lost_blocks(const trace& log, const call& within, const memory_regions& regions,
                                       const allocator_words& left_out, const module& program) {
  const bool is_arena = releases_all_at_once(program);
  std::vector<live_block> live;
  bool has_candidate = false;
  const auto blocks = log.blocks();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const traced_block& each = blocks[i];
    if (each.released != never) continue;
    const bool is_inside = each.allocated > within.entered && each.allocated < within.left;
    has_candidate |= is_inside;
    const std::uint64_t end = each.what.address + std::uint64_t{std::max(each.what.size, 1U)};
    const bool is_announced = each.what.by == allocator_call::announced;
    // A frame that held announced blocks may be over, and they with it.
    const bool is_on_stack = each.what.address >= regions.stack_low && each.what.address < regions.stack_high;
    const bool is_kept = is_on_stack || (is_announced && is_arena);
    live.push_back({.address = each.what.address, .end = std::min(end, std::uint64_t{1} << 32),
                    .ordinal = static_cast<std::uint32_t>(i),
                    .is_reached = !is_inside || is_kept, .is_announced = is_announced, .within = each.what.within});
  }
  if (!has_candidate) return {};
  search looking(log, std::move(live), left_out);
  return looking.run(regions.data_start, regions.data_end) ? looking.lost() : std::vector<std::uint32_t>{};
}

}  // namespace pagewise
