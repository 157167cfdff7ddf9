#pragma once

#include <expected>
#include <span>

#include "replay/trace.h"

namespace pagewise {

/// More open calls than this no stack of a Wasm engine holds.
inline constexpr std::uint32_t most_open_calls = 1'000'000;

/// What the records before a place leave behind, as far as the next ones are checked against it.
struct log_progress {
  std::uint32_t pages;
  std::uint32_t open_calls;
};

/// Whether these words are whole records that fit the module and its memory. Positions count from `origin`.
std::expected<log_progress, bad_log> check_records(const trace_bounds& bounds, log_progress before,
                                                   std::span<const std::uint32_t> words, log_position origin);

/// Why the record at `record`, of which `left` words are there, is not whole, or null. Only then `words_of` may be asked.
const char* bad_length(const std::uint32_t* record, std::size_t left);

/// Whether pieces are whole and lie within a memory of `pages` WebAssembly pages.
std::expected<void, bad_log> check_pieces(std::span<const memory_piece> pieces, std::uint32_t pages,
                                          log_position position);

}  // namespace pagewise
