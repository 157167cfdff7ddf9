#pragma once

#include <cstdint>

#include "record/log_format.h"

namespace pagewise {

/// One open frame, as it is kept while no records are written: the headers of its `enter` record, of its last `line`
/// record (`no_line` when there was none) and of its last `local` record (0 when there was none), and that local's value.
struct idle_frame {
  static constexpr std::uint32_t no_line = ~std::uint32_t{0};
  std::uint32_t enter, line, local, value;
};
static_assert(sizeof(idle_frame) == 16);

/// How the log's memory is laid out, in bytes: a flag for each piece of the program's memory that changed since the
/// host cleared the flags; the open frames by their depth, which starts from 1; such flags for each further memory of the
/// program; then the log itself.
namespace log_memory {
inline constexpr std::uint32_t flags = (std::uint64_t{1} << 32) / piece_size;
inline constexpr std::uint32_t frames = flags;
/// Frames that are kept; of deeper ones the places are used again.
inline constexpr std::uint32_t most_frames = 65'536;
inline constexpr std::uint32_t start = frames + most_frames * sizeof(idle_frame);
/// So much stays in a processor's cache while it is written and copied, and fits a browser's pools of memory.
inline constexpr std::uint32_t capacity = 512U << 10;
/// Room behind the mark at which the log counts as full: more than any record of fixed size.
inline constexpr std::uint32_t slack = 64;
inline constexpr std::uint32_t pages = (start + capacity) / page_size;
static_assert(flags == pieces_of_memory);
/// Where the flags of a memory lie, and by how much the log is moved behind those of `others` memories.
[[nodiscard]] constexpr std::uint32_t flags_of(std::uint32_t memory) { return memory == 0 ? 0 : start + (memory - 1) * flags; }
[[nodiscard]] constexpr std::uint32_t moved(std::uint32_t others) { return others * flags; }
}  // namespace log_memory

}  // namespace pagewise
