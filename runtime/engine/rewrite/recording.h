#pragma once

#include <cstdint>

namespace pagewise {

/// Where a rewritten module writes its log.
enum class recording : std::uint32_t {
  none,           ///< nowhere: only what a live view needs is probed
  second_memory,  ///< into a memory of its own. The host must have multiple memories.
  instance        ///< into another instance, Wasm to Wasm, through the table of probes
};

/// Slots of the table `pagewise.probes`, in order. Those from `log1` on are for recording::instance.
namespace probe_slot {
inline constexpr std::uint32_t enter = 0, leave = 1, abandon = 2, thrown = 3, pause = 4, log1 = 5, log2 = 6, log3 = 7,
                               log4 = 8, range = 9, range_data = 10, count = 11;
}

/// Indices of what the rewriter appends for recording.
struct recorder_indices {
  recording how = recording::none;
  std::uint32_t table = 0;
  std::uint32_t memory = 0;  ///< the log's
  // Globals, all i32 and exported as `pagewise.…`.
  std::uint32_t active = 0;    ///< 1 while records are written
  std::uint32_t left = 0;      ///< steps until the program pauses; counts down
  std::uint32_t depth = 0;     ///< open frames
  std::uint32_t pages = 0;     ///< size of memory 0 that the log knows
  std::uint32_t position = 0;  ///< byte offset in the log's memory where the next record goes
  std::uint32_t end = 0;       ///< from here on the log is full
};

}  // namespace pagewise
