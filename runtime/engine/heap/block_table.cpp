#include "heap/block_table.h"

#include <algorithm>
#include <utility>

namespace pagewise {
namespace {

constexpr std::uint32_t no_block = ~std::uint32_t{0};

block_places::bytes bytes_of(std::uint32_t address, std::uint32_t size) {
  return {address, address + std::uint64_t{std::max(size, 1U)}};
}

}  // namespace

/// `delete` is for `new`, `delete[]` for `new[]`, and `free` for the rest; what was announced is released so.
bool block_table::belong_together(std::uint32_t ordinal, allocator_call freed) const {
  const allocator_call allocated = blocks_[ordinal].by;
  if (freed == allocator_call::announced_release) return is_announced_[ordinal];
  if (freed == allocator_call::realloc_) freed = allocator_call::free_;
  if (allocated == allocator_call::new_) return freed == allocator_call::delete_;
  if (allocated == allocator_call::new_array) return freed == allocator_call::delete_array;
  return freed == allocator_call::free_ && allocated != allocator_call::announced;
}

std::uint32_t block_table::size_asked(allocator_call call, std::uint32_t first, std::uint32_t second,
                                      std::uint32_t third) {
  switch (call) {
    case allocator_call::calloc_: return first * second;
    case allocator_call::realloc_:
    case allocator_call::aligned_alloc_:
    case allocator_call::memalign_:
    case allocator_call::announced: return second;
    case allocator_call::posix_memalign_: return third;
    default: return first;
  }
}

void block_table::enter(allocator_call call, std::uint32_t first, std::uint32_t second, std::uint32_t third) {
  const std::uint32_t size = size_asked(call, first, second, third);
  ended_.clear();
  if (depth_++ > 0) return enter_inner(call, first, size);
  inner_.clear();
  announced_inside_ = 0;
  size_ = size;
  moved_from_ = call == allocator_call::realloc_ ? first : 0;
  if (call == allocator_call::announced_release_all) return end_inside(call, first, second);
  if (releases(call)) freed(call, first);
}

void block_table::enter_inner(allocator_call call, std::uint32_t first, std::uint32_t size) {
  constexpr std::size_t most = 16;
  if (call == allocator_call::announced) announced_inside_ = first;
  if (announces(call)) return;
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
  ended_.clear();
  if (depth_ == 0) return;
  if (--depth_ > 0) {
    if (!releases(call) && !announces(call)) leave_inner(result);
    return;
  }
  if (releases(call)) return;
  if (call == allocator_call::realloc_ && moved_from_ != 0 && (result != 0 || size_ == 0)) freed(call, moved_from_, result);
  if (result != 0) allocated(call, result, size_);
}

void block_table::abandon() {
  ended_.clear();
  if (depth_ == 0) return;
  --depth_;
  std::erase_if(inner_, [this](const inner_call& each) { return each.depth == depth_ + 1 && each.address == 0; });
  if (depth_ > 0) return;
  // An operator that throws leaves the exception behind, which it has allocated.
  for (const inner_call& made : inner_) if (made.address != 0) allocated(made.call, made.address, made.size);
  inner_.clear();
}

void block_table::allocated(allocator_call call, std::uint32_t address, std::uint32_t size) {
  const auto ordinal = static_cast<std::uint32_t>(blocks_.size());
  const bool is_announced = call == allocator_call::announced || announced_inside_ == address;
  const std::uint32_t within = is_announced ? place_announced(ordinal, address, size) : 0;
  if (call != allocator_call::announced) {
    const auto [latest, is_first] = latest_at_.try_emplace(address, ordinal);
    const block* other = is_first ? nullptr : &blocks_[latest->second];
    // By one allocator: what a pool gives begins where the pool does.
    if (other && other->live != 0 && other->by == call && !is_announced) twins_[ordinal] = latest->second;
    latest->second = ordinal;
  }
  if (!is_announced && has_places_) places_.add(ordinal, bytes_of(address, size));
  blocks_.push_back({.address = address, .size = size, .by = call, .live = 1, .freed_by = 0, .within = within});
  is_announced_.push_back(is_announced);
  totals_.live_blocks += 1;
  if (within == 0) totals_.live_bytes += size;
  ++changes_;
}

/// Returns the ordinal, from 1, of the block around it; or 0.
std::uint32_t block_table::place_announced(std::uint32_t ordinal, std::uint32_t address, std::uint32_t size) {
  for (std::uint32_t i = 0; !has_places_ && i < blocks_.size(); ++i) {
    if (blocks_[i].live != 0) places_.add(i, bytes_of(blocks_[i].address, blocks_[i].size));
  }
  has_places_ = true;
  const auto around = places_.holder_of(bytes_of(address, size));
  places_.add_announced(ordinal, bytes_of(address, size));
  announced_at_[address] = ordinal;
  return around ? *around + 1 : 0;
}

void block_table::freed(allocator_call call, std::uint32_t address, std::uint32_t moved_to) {
  if (address == 0) return;  // freeing a null pointer does nothing (C23, 7.24.3.3)
  ++changes_;
  const std::uint32_t ordinal = block_to_free(call, address);
  if (ordinal == no_block) {
    findings_.push_back({heap_finding::kind::invalid_free, address, no_block});
    return;
  }
  if (blocks_[ordinal].live == 0) {
    findings_.push_back({heap_finding::kind::double_free, address, ordinal});
    return;
  }
  if (!belong_together(ordinal, call)) findings_.push_back({heap_finding::kind::mismatched_free, address, ordinal});
  end(call, ordinal);
  // The same bytes are no other block's either.
  for (auto twin = twins_.find(ordinal); twin != twins_.end(); twin = twins_.find(twin->second)) {
    if (blocks_[twin->second].live != 0) end(call, twin->second);
  }
  if (moved_to != address) end_inside(call, address, blocks_[ordinal].size);
}

/// The live block at an address, else the last one: of those that the call is for, if there is one.
std::uint32_t block_table::block_to_free(allocator_call call, std::uint32_t address) const {
  const auto last = [address](const auto& blocks) {
    const auto found = blocks.find(address);
    return found == blocks.end() ? no_block : found->second;
  };
  std::uint32_t first = last(latest_at_), second = last(announced_at_);
  if (announces(call)) std::swap(first, second);
  const bool is_second = second != no_block && (first == no_block || (blocks_[first].live == 0 && blocks_[second].live != 0));
  return is_second ? second : first;
}

void block_table::end(allocator_call call, std::uint32_t ordinal) {
  block& found = blocks_[ordinal];
  const std::uint32_t counted = found.within == 0 ? found.size : 0;
  found.live = 0;
  found.freed_by = static_cast<std::uint32_t>(call);
  totals_.live_blocks -= 1;
  totals_.live_bytes -= counted;
  totals_.freed_blocks += 1;
  totals_.freed_bytes += counted;
  ended_.push_back(ordinal);
  if (!has_places_) return;
  places_.remove(ordinal, found.address);
  // An announced block that begins where the one around it does hid that one.
  if (!is_announced_[ordinal] || found.within == 0) return;
  const std::uint32_t around = found.within - 1;
  const bool is_hidden = blocks_[around].address == found.address && is_announced_[around] && blocks_[around].live != 0;
  if (const auto known = announced_at_.find(found.address); is_hidden && known->second == ordinal) known->second = around;
}

/// What was announced within bytes that are taken back is taken back, too.
void block_table::end_inside(allocator_call call, std::uint32_t address, std::uint32_t size) {
  if (!has_places_ || size == 0) return;
  const std::vector<std::uint32_t> inside = places_.announced_in(bytes_of(address, size));
  for (auto each = inside.rbegin(); each != inside.rend(); ++each) end(call, *each);
  if (!inside.empty()) ++changes_;
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
