#include "checks/open_reads.h"

#include <algorithm>

namespace pagewise {

std::size_t open_reads::first_of(std::uint32_t call) const {
  std::size_t first = reads_.size();
  while (first > 0 && reads_[first - 1].call == call) --first;
  return first;
}

void open_reads::load(std::uint32_t call, std::uint32_t address, std::uint32_t size) {
  if (loaded_by_ != call) first_load_ = stored_at_ = loads_;
  loaded_by_ = call;
  seen(loads_++) = {address, size, false};
}

void open_reads::add(open_read read) {
  const std::size_t first = first_of(read.call);
  if (reads_.size() - first >= most_reads) {
    used_(reads_[first]);
    reads_.erase(reads_.begin() + static_cast<std::ptrdiff_t>(first));
  }
  read.sequence = loads_ - 1;
  reads_.push_back(read);
}

/// Whether this was loaded since the store before: `sum += x` stores what it read, and copies nothing.
bool open_reads::is_update(std::uint32_t call, std::uint32_t address) const {
  if (loaded_by_ != call) return false;
  for (std::uint32_t each = loads_; each-- > stored_at_ && is_known(each);) {
    if (ring_[each % most_loads].address == address) return true;
  }
  return false;
}

/// A copy of many bytes loads one after the other before it stores the first: the load of bytes just below, or above,
/// that came just before.
std::uint32_t open_reads::run_start(std::uint32_t sequence) {
  while (sequence > first_load_ && is_known(sequence - 1)) {
    const seen_load &before = seen(sequence - 1), &here = seen(sequence);
    const bool is_beside = before.address + before.size == here.address || here.address + here.size == before.address;
    if (!is_beside || before.is_copied) break;
    --sequence;
  }
  return sequence;
}

store_meaning open_reads::take(std::size_t at, store_meaning::kind what) {
  const open_read taken = reads_[at];
  reads_.erase(reads_.begin() + static_cast<std::ptrdiff_t>(at));
  if (loaded_by_ == taken.call && is_known(taken.sequence)) seen(taken.sequence).is_copied = true;
  return {what, taken};
}

store_meaning open_reads::store(std::uint32_t call, std::uint32_t address, std::span<const std::uint8_t> value,
                                const holds& same) {
  constexpr store_meaning plain{store_meaning::kind::plain, {}};
  const bool updates = is_update(call, address);
  pass_store(call);
  const std::size_t first = first_of(call);
  for (std::size_t i = first; i < reads_.size(); ++i) {
    const bool is_same = reads_[i].address == address && reads_[i].size == value.size();
    if (is_same) return take(i, store_meaning::kind::update);
  }
  for (std::size_t i = first; i < reads_.size() && (!updates || !reads_[i].is_own); ++i) {
    const open_read& read = reads_[i];
    if (read.size != value.size() || !std::equal(value.begin(), value.end(), read.value.begin())) continue;
    if (loaded_by_ == call && is_known(read.sequence)) {
      const std::uint32_t start = run_start(read.sequence);
      const bool is_of_start = start != read.sequence && seen(start).size == value.size() && same(seen(start).address);
      const auto opened = std::ranges::subrange(reads_.begin() + static_cast<std::ptrdiff_t>(first), reads_.end());
      if (is_of_start && std::ranges::find(opened, start, &open_read::sequence) == opened.end()) {
        seen(start).is_copied = true;
        return plain;
      }
    }
    return take(i, store_meaning::kind::copy);
  }
  for (std::size_t i = reads_.size(); i-- > first;) {
    if (--reads_[i].stores_left > 0) continue;
    used_(reads_[i]);
    reads_.erase(reads_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return plain;
}

void open_reads::line(std::uint32_t call) {
  if (is_optimised_) return;
  first_load_ = stored_at_ = loads_;
  if (has_any_of(call)) settle(first_of(call));
}

void open_reads::end(std::uint32_t innermost) {
  std::size_t first = reads_.size();
  while (first > 0 && (innermost == call::none || reads_[first - 1].call > innermost)) --first;
  settle(first);
}

void open_reads::settle(std::size_t from) {
  for (std::size_t i = from; i < reads_.size(); ++i) used_(reads_[i]);
  reads_.resize(from);
}

}  // namespace pagewise
