#include "replay/call_tree.h"

#include <algorithm>

namespace pagewise {
void call_tree::add(log_position at, const std::uint32_t* record) {
  const std::uint32_t payload = payload_of(record[0]);
  switch (kind_of(record[0])) {
    case record_kind::enter: return enter(payload, at);
    case record_kind::exit: return exit(payload, at);
    default: return unwind(payload, at);
  }
}

void call_tree::enter(std::uint32_t function, log_position at) {
  depths_.push_back(depth_of(innermost_) + 1);
  calls_.push_back({.function = function, .caller = innermost_, .entered = at, .left = never});
  innermost_ = size() - 1;
  ++open_of_[function];
}

void call_tree::leave(log_position at) {
  call& over = calls_[innermost_];
  over.left = at;
  --open_of_[over.function];
  innermost_ = over.caller;
}

void call_tree::exit(std::uint32_t function, log_position at) {
  if (open_of_[function] == 0) return;
  while (calls_[innermost_].function != function) leave(at);
  leave(at);
}

void call_tree::unwind(std::uint32_t remaining, log_position at) {
  while (depth_of(innermost_) > remaining) leave(at);
}

std::uint32_t call_tree::at_depth(std::uint32_t number, std::uint32_t depth) const {
  while (depths_[number] > depth) number = calls_[number].caller;
  return number;
}

std::uint32_t call_tree::innermost_before(log_position position, std::uint32_t open, std::uint32_t first,
                                          std::uint32_t last) const {
  const std::span<const call> since = all().subspan(first, last - first);
  const auto after = std::ranges::lower_bound(since, position, {}, &call::entered);
  std::uint32_t found = after == since.begin() ? open : first + static_cast<std::uint32_t>(after - since.begin()) - 1;
  while (found != call::none && calls_[found].left < position) found = calls_[found].caller;
  return found;
}

std::uint32_t call_tree::left_open(std::uint32_t open, log_position position) const {
  while (open != call::none && calls_[open].left == position) open = calls_[open].caller;
  return open;
}

}  // namespace pagewise
