#pragma once

#include <cstdint>

#include "record/log_format.h"

namespace pagewise {

/// How the log's memory is laid out, in bytes: a flag for each piece of the program's memory that changed since the
/// last time the log was taken, then the log itself.
namespace log_memory {
inline constexpr std::uint32_t flags = (std::uint64_t{1} << 32) / piece_size;
inline constexpr std::uint32_t start = flags;
inline constexpr std::uint32_t capacity = 8U << 20;
/// Room behind the mark at which the log counts as full: more than any record of fixed size.
inline constexpr std::uint32_t slack = 64;
inline constexpr std::uint32_t pages = (start + capacity) / 65'536;
}  // namespace log_memory

}  // namespace pagewise
