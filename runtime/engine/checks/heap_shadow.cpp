#include "checks/heap_shadow.h"

#include <algorithm>
#include <iterator>

namespace pagewise {
namespace {

constexpr std::uint64_t address_space = std::uint64_t{1} << 32;

/// Even an empty block has a byte, so that it can be found.
std::uint64_t end_of(std::uint32_t address, std::uint32_t size) {
  return std::min(address + std::uint64_t{std::max(size, 1U)}, address_space);
}

}  // namespace

void heap_shadow::clear(std::uint32_t start, std::uint64_t end) {
  auto each = extents_.lower_bound(start);
  if (each != extents_.begin() && std::prev(each)->second.end > start) --each;
  while (each != extents_.end() && each->first < end) {
    const std::uint32_t old_start = each->first;
    const extent old = each->second;
    each = extents_.erase(each);
    // The allocator gave a part of a released block away: its other parts are still what they were.
    if (old_start + before < start) extents_.emplace(old_start, extent{start - before, old.block, old.is_live});
    if (old.end > end + past) {
      each = extents_.emplace_hint(each, static_cast<std::uint32_t>(end + past), extent{old.end, old.block, old.is_live});
    }
    if (old_start < start) {
      const std::uint32_t from = start - old_start > before ? start - before : old_start;
      shadow_.replace(from, start, byte_state::freed, byte_state::gap);
    }
    if (old.end > end) {
      shadow_.replace(static_cast<std::uint32_t>(end), std::min(old.end, end + past), byte_state::freed, byte_state::gap);
    }
  }
}

void heap_shadow::allocate(std::uint32_t block, std::uint32_t address, std::uint32_t size, byte_state state,
                           bool has_gaps) {
  const std::uint64_t end = end_of(address, size);
  clear(address, end);
  clear_announced(address, end);
  extents_[address] = {end, block, true};
  shadow_.fill(address, std::min(std::uint64_t{address} + size, address_space), state);
  if (!has_gaps) return;
  const std::uint64_t data_end = address + std::uint64_t{size};
  if (data_end < address_space) {
    shadow_.replace(static_cast<std::uint32_t>(data_end), std::min(data_end + past, address_space), byte_state::untold,
                    byte_state::gap);
  }
  const std::uint32_t first = std::max(address - std::min(address, before), start_);
  if (first < address) shadow_.replace(first, address, byte_state::untold, byte_state::gap);
}

void heap_shadow::release(std::uint32_t address) {
  const auto found = extents_.find(address);
  if (found == extents_.end()) return;
  found->second.is_live = false;
  shadow_.fill(address, found->second.end, byte_state::freed);
}

void heap_shadow::clear_announced(std::uint32_t start, std::uint64_t end) {
  auto each = announced_.lower_bound(start);
  if (each != announced_.begin() && std::prev(each)->second.end > start) --each;
  while (each != announced_.end() && each->first < end) {
    const std::uint32_t old_start = each->first;
    const extent old = each->second;
    each = announced_.erase(each);
    if (old_start < start) announced_.emplace(old_start, extent{start, old.block, old.is_live});
    if (old.end > end) each = announced_.emplace_hint(each, static_cast<std::uint32_t>(end), old);
  }
}

void heap_shadow::announce(std::uint32_t block, std::uint32_t address, std::uint32_t size) {
  const std::uint64_t end = end_of(address, size);
  clear_announced(address, end);
  announced_[address] = {end, block, true};
  // Nobody knows what the program's own allocator did to bytes that it takes again: perhaps it cleared them.
  shadow_.replace(address, end, byte_state::freed, byte_state::written);
}

void heap_shadow::withdraw(std::uint32_t address, std::uint32_t size) {
  const std::uint64_t end = end_of(address, size);
  shadow_.fill(address, end, byte_state::freed);
  for (auto each = announced_.lower_bound(address); each != announced_.end() && each->first < end; ++each) {
    each->second.is_live = false;
  }
}

void heap_shadow::reallocate(std::uint32_t from, std::uint32_t block, std::uint32_t to, std::uint32_t size,
                             bool has_gaps) {
  const auto old = extents_.find(from);
  if (from != to && old != extents_.end()) clear_announced(from, old->second.end);
  const std::uint64_t old_size = old == extents_.end() ? 0 : old->second.end - from;
  const auto kept = static_cast<std::uint32_t>(std::min<std::uint64_t>(old_size, size));
  if (from != to) {
    allocate(block, to, size, byte_state::unwritten, has_gaps);
    copied_ += kept;
    if (copied_ <= most_copied) shadow_.copy(from, to, kept);
    else shadow_.fill(to, std::uint64_t{to} + kept, byte_state::written);
    return release(from);
  }
  if (old != extents_.end()) extents_.erase(old);
  const std::uint64_t end = std::uint64_t{to} + kept;
  if (old_size > kept) shadow_.fill(static_cast<std::uint32_t>(end), to + old_size, byte_state::untold);
  if (size > kept && end < address_space) {
    allocate(block, static_cast<std::uint32_t>(end), size - kept, byte_state::unwritten, has_gaps);
    extents_.erase(static_cast<std::uint32_t>(end));
  } else if (has_gaps && end < address_space) {
    shadow_.replace(static_cast<std::uint32_t>(end), std::min(end + past, address_space), byte_state::untold,
                    byte_state::gap);
  }
  extents_[to] = {end_of(to, size), block, true};
}

std::optional<territory> heap_shadow::find(const extents& in, std::uint32_t address) {
  auto after = in.upper_bound(address);
  if (after == in.begin()) return std::nullopt;
  const auto& [start, found] = *--after;
  if (address >= found.end) return std::nullopt;
  return territory{start, found.end, found.block, found.is_live};
}

std::optional<territory> heap_shadow::holder_of(std::uint32_t address) const {
  auto announced = find(announced_, address);
  if (!announced) return outer_holder_of(address);
  announced->is_announced = true;
  return announced;
}

std::optional<territory> heap_shadow::outer_holder_of(std::uint32_t address) const { return find(extents_, address); }

std::optional<territory> heap_shadow::neighbour_of(std::uint32_t address) const {
  const auto after = extents_.upper_bound(address);
  const auto as_territory = [](const auto& entry) {
    return territory{entry.first, entry.second.end, entry.second.block, entry.second.is_live};
  };
  if (after != extents_.begin()) {
    const auto& below = *std::prev(after);
    if (below.second.is_live && address < below.second.end + past) return as_territory(below);
  }
  if (after != extents_.end() && after->second.is_live && after->first - address <= before) return as_territory(*after);
  return std::nullopt;
}

}  // namespace pagewise
