#include "heap/block_table.h"

#include <algorithm>

namespace pagewise {
namespace {

constexpr std::uint32_t no_block = ~std::uint32_t{0};

/// `delete` is for `new`, `delete[]` for `new[]`, and `free` for the rest.
bool belong_together(allocator_call allocated, allocator_call freed) {
  if (freed == allocator_call::realloc_) freed = allocator_call::free_;
  if (allocated == allocator_call::new_) return freed == allocator_call::delete_;
  if (allocated == allocator_call::new_array) return freed == allocator_call::delete_array;
  return freed == allocator_call::free_;
}

}  // namespace

std::uint32_t block_table::size_asked(allocator_call call, std::uint32_t first, std::uint32_t second,
                                      std::uint32_t third) {
  switch (call) {
    case allocator_call::calloc_: return first * second;
    case allocator_call::realloc_:
    case allocator_call::aligned_alloc_:
    case allocator_call::memalign_: return second;
    case allocator_call::posix_memalign_: return third;
    default: return first;
  }
}

void block_table::enter(allocator_call call, std::uint32_t first, std::uint32_t second, std::uint32_t third) {
  const std::uint32_t size = size_asked(call, first, second, third);
  if (depth_++ > 0) return enter_inner(call, first, size);
  inner_.clear();
  size_ = size;
  moved_from_ = call == allocator_call::realloc_ ? first : 0;
  if (releases(call)) freed(call, first);
}

void block_table::enter_inner(allocator_call call, std::uint32_t first, std::uint32_t size) {
  constexpr std::size_t most = 16;
  if (releases(call)) std::erase_if(inner_, [first](const inner_call& made) { return made.address == first; });
  else if (inner_.size() < most) inner_.push_back({call, size, depth_, 0});
}

/// What a call returns is made of what the calls within it returned.
void block_table::leave_inner(std::uint32_t result) {
  const auto is_it = [this](const inner_call& each) { return each.depth == depth_ + 1 && each.address == 0; };
  const auto own = std::ranges::find_if(inner_, is_it);
  if (own == inner_.end()) return;
  own->address = result;
  inner_.erase(result == 0 ? own : own + 1, inner_.end());
}

void block_table::leave(allocator_call call, std::uint32_t result) {
  if (depth_ == 0) return;
  if (--depth_ > 0) {
    if (!releases(call)) leave_inner(result);
    return;
  }
  if (releases(call)) return;
  if (call == allocator_call::realloc_ && moved_from_ != 0 && (result != 0 || size_ == 0)) freed(call, moved_from_);
  if (result != 0) allocated(call, result, size_);
}

void block_table::abandon() {
  if (depth_ == 0) return;
  --depth_;
  std::erase_if(inner_, [this](const inner_call& each) { return each.depth == depth_ + 1 && each.address == 0; });
  if (depth_ > 0) return;
  // An operator that throws leaves the exception behind, which it has allocated.
  for (const inner_call& made : inner_) if (made.address != 0) allocated(made.call, made.address, made.size);
  inner_.clear();
}

void block_table::allocated(allocator_call call, std::uint32_t address, std::uint32_t size) {
  latest_at_[address] = static_cast<std::uint32_t>(blocks_.size());
  blocks_.push_back({.address = address, .size = size, .by = call, .live = 1, .freed_by = 0});
  totals_.live_blocks += 1;
  totals_.live_bytes += size;
  ++changes_;
}

void block_table::freed(allocator_call call, std::uint32_t address) {
  if (address == 0) return;  // freeing a null pointer does nothing (C23, 7.24.3.3)
  ++changes_;
  const auto at = latest_at_.find(address);
  if (at == latest_at_.end()) {
    findings_.push_back({heap_finding::kind::invalid_free, address, no_block});
    return;
  }
  block& found = blocks_[at->second];
  if (found.live == 0) {
    findings_.push_back({heap_finding::kind::double_free, address, at->second});
    return;
  }
  if (!belong_together(found.by, call)) {
    findings_.push_back({heap_finding::kind::mismatched_free, address, at->second});
  }
  found.live = 0;
  totals_.live_blocks -= 1;
  totals_.live_bytes -= found.size;
  totals_.freed_blocks += 1;
  totals_.freed_bytes += found.size;
  found.freed_by = static_cast<std::uint32_t>(call);
}

std::uint32_t block_table::latest_at(std::uint32_t address) const {
  const auto found = latest_at_.find(address);
  return found == latest_at_.end() ? no_block : found->second;
}

std::vector<reported_block> block_table::newest(std::size_t most) const {
  const auto live_wanted = std::min(most, static_cast<std::size_t>(totals_.live_blocks));
  std::size_t live_left = live_wanted;
  std::size_t freed_left = most - live_wanted;
  std::vector<reported_block> chosen;
  for (std::size_t i = blocks_.size(); i-- > 0 && (live_left > 0 || freed_left > 0);) {
    std::size_t& left = blocks_[i].live ? live_left : freed_left;
    if (left == 0) continue;
    --left;
    chosen.push_back({static_cast<std::uint32_t>(i), blocks_[i]});
  }
  std::ranges::reverse(chosen);
  return chosen;
}

}  // namespace pagewise
