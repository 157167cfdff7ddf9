#include "checks/crash_watch.h"

#include <algorithm>

namespace pagewise {

finding crash_watch::found(log_position at, const std::uint32_t* note, log_position line) const {
  const auto why = static_cast<crash_kind>(note[1]);
  finding crash{.kind = finding_kind::crash, .access = access_kind::read, .address = 0, .size = note[1],
                .block = finding::no_block, .known_at = at, .guilty = why == crash_kind::exception ? thrown_by_ : line,
                .cause = finding::nowhere, .times = 1};
  const bool is_call = why >= crash_kind::null_function && why <= crash_kind::no_function;
  const std::uint32_t kept = std::min(next_, static_cast<std::uint32_t>(words_.size()));
  for (std::uint32_t i = 0; i < kept; ++i) {
    const word& read = words_[(next_ - 1 - i) % words_.size()];
    if (read.at < crash.guilty) break;
    // Of a call, what was read last is the pointer.
    if (is_call && i == 0) crash.cause = set_to_null_by(read);
    const auto holder = heap_.map().holder_of(read.address);
    if (shadow_.at(read.address) != byte_state::freed || !holder) continue;
    crash.block = holder->block;
    crash.cause = heap_.released_at(holder->block);
    break;
  }
  return crash;
}

/// Nowhere where it is not null, or always was.
log_position crash_watch::set_to_null_by(const word& pointer) const {
  std::array<std::uint8_t, sizeof(std::uint32_t)> bytes{};
  log_.read_at(pointer.at, pointer.address, bytes);
  if (std::ranges::any_of(bytes, [](std::uint8_t byte) { return byte != 0; })) return finding::nowhere;
  const auto written = log_.previous_write(pointer.address, std::uint64_t{pointer.address} + bytes.size(), pointer.at);
  const auto step = written ? log_.step_at(*written) : std::nullopt;
  return step ? log_.position_of(*step) : finding::nowhere;
}

}  // namespace pagewise
