#pragma once

#include <cstdint>

namespace pagewise {

/// Where a rewritten module writes its log.
enum class recording : std::uint32_t {
  none,           ///< nowhere: only what a live view needs is probed
  second_memory,  ///< into a memory of its own. The host must have multiple memories.
  instance        ///< into another instance, Wasm to Wasm, through the table of probes
};

/// Slots of the table `pagewise.probes`, in order. Those from `pause` on are for modules that record, those from `log1`
/// on for recording::instance.
namespace probe_slot {
inline constexpr std::uint32_t enter = 0, leave = 1, abandon = 2, thrown = 3, pause = 4, boundary = 5, grown = 6, log1 = 7,
                               log2 = 8, log3 = 9, log4 = 10, range = 11, range_data = 12, frame_enter = 13,
                               frame_line = 14, frame_local = 15, count = 16;
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
  std::uint32_t outer = 0;     ///< open frames below the host's code that runs, or ran last
  std::uint32_t pages = 0;     ///< size of memory 0 that the log knows
  std::uint32_t line = 0;      ///< the innermost frame's idle_frame::line, while no records are written
  // Only for recording::second_memory:
  std::uint32_t position = 0;  ///< byte offset in the log's memory where the next record goes
  std::uint32_t end = 0;       ///< from here on the log is full
  // For modules with several memories:
  std::uint32_t other_pages = 0;  ///< the first of as many as there are further memories: sizes that the log knows
};

}  // namespace pagewise
