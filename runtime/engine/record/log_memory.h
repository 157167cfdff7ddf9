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
/// last time the log was taken; the open frames by their depth, which starts from 1; then the log itself.
namespace log_memory {
inline constexpr std::uint32_t flags = (std::uint64_t{1} << 32) / piece_size;
inline constexpr std::uint32_t frames = flags;
/// Frames that are kept; of deeper ones the places are used again.
inline constexpr std::uint32_t most_frames = 65'536;
inline constexpr std::uint32_t start = frames + most_frames * sizeof(idle_frame);
inline constexpr std::uint32_t capacity = 8U << 20;
/// Room behind the mark at which the log counts as full: more than any record of fixed size.
inline constexpr std::uint32_t slack = 64;
inline constexpr std::uint32_t pages = (start + capacity) / 65'536;
}  // namespace log_memory

}  // namespace pagewise
