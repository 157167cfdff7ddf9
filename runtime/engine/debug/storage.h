#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "debug/debug_info.h"

namespace pagewise {

/// Where the bytes of an object are: in memory, or held outside of it (in Wasm locals, as constants).
struct storage {
  enum class kind : std::uint8_t { memory, held, optimised_out, unavailable };
  kind what = kind::unavailable;
  std::uint64_t address = 0;              ///< in memory
  std::vector<std::uint8_t> bytes_held{};  ///< little-endian
  std::vector<bool> is_known{};           ///< of each byte held: some may be optimised out. Empty when all are.

  static storage in_memory(std::uint64_t address) { return {.what = kind::memory, .address = address}; }
  static storage removed() { return {.what = kind::optimised_out}; }
  static storage of(std::uint64_t value, std::size_t size);

  /// Whether some of its bytes were optimised out.
  [[nodiscard]] bool is_partial() const { return std::ranges::find(is_known, false) != is_known.end(); }
  /// The bytes of a part of it.
  [[nodiscard]] storage part(std::uint64_t offset, std::uint64_t size) const;
  /// Reads the first bytes. False, with the reason in `why`, when any of them cannot be had.
  bool read(const frame_view& frame, std::span<std::uint8_t> into, shown_value::state& why) const;
};

}  // namespace pagewise
