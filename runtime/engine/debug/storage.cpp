#include "debug/storage.h"

#include <algorithm>

namespace pagewise {

storage storage::of(std::uint64_t value, std::size_t size) {
  storage made{.what = kind::held};
  for (std::size_t i = 0; i < size; ++i)
    made.bytes_held.push_back(i < 8 ? static_cast<std::uint8_t>(value >> (8 * i)) : std::uint8_t{0});
  return made;
}

storage storage::part(std::uint64_t offset, std::uint64_t size) const {
  if (what == kind::memory) return in_memory(address + offset);
  if (what != kind::held) return *this;
  if (offset > bytes_held.size() || size > bytes_held.size() - offset) return {};
  const auto from = static_cast<std::ptrdiff_t>(offset);
  const auto to = static_cast<std::ptrdiff_t>(offset + size);
  storage made{.what = kind::held, .bytes_held = {bytes_held.begin() + from, bytes_held.begin() + to}};
  if (!is_known.empty()) made.is_known.assign(is_known.begin() + from, is_known.begin() + to);
  return made;
}

bool storage::read(const frame_view& frame, std::span<std::uint8_t> into, shown_value::state& why) const {
  why = what == kind::optimised_out ? shown_value::state::optimised_out : shown_value::state::unavailable;
  if (what == kind::memory) {
    if (!frame.read(address, into)) return false;
  } else if (what != kind::held || into.size() > bytes_held.size()) {
    return false;
  } else {
    if (!is_known.empty() && !std::all_of(is_known.begin(), is_known.begin() + static_cast<std::ptrdiff_t>(into.size()),
                                          [](bool known) { return known; })) {
      why = shown_value::state::optimised_out;
      return false;
    }
    std::copy_n(bytes_held.begin(), into.size(), into.begin());
  }
  why = shown_value::state::known;
  return true;
}

}  // namespace pagewise
