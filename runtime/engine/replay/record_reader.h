#pragma once

#include <cstdint>
#include <span>

#include "record/log_format.h"

namespace pagewise {

/// Words of a record whose kind alone says them; 0 where its payload or its words do.
inline constexpr std::uint8_t fixed_words[16] = {1, 1, 1, 2, 2, 3, 4, 0, 3, 0, 0, 1, 0, 2, 3, 0};

/// Words of a record of a checked log, its header among them.
[[nodiscard]] inline std::uint32_t words_of(const std::uint32_t* record) {
  const std::uint32_t fixed = fixed_words[record[0] & kind_mask];
  if (fixed != 0) return fixed;
  const std::uint32_t payload = payload_of(record[0]);
  switch (kind_of(record[0])) {
    case record_kind::range: return 4 + padded_words(record[2]);
    case record_kind::wide: return 4 + padded_words(record[3]);
    case record_kind::allocator: {
      const auto phase = static_cast<allocator_phase>(payload >> allocator_call_bits);
      return phase == allocator_phase::enter ? 4 : phase == allocator_phase::leave ? 2 : 1;
    }
    default: return static_cast<value_width>(payload >> index_bits) == value_width::two_words ? 3 : 2;
  }
}

[[nodiscard]] inline bool is_step(const std::uint32_t* record) {
  const record_kind kind = kind_of(record[0]);
  return kind == record_kind::line ||
         (kind == record_kind::note && is_step(static_cast<note_kind>(payload_of(record[0]))));
}

/// Bytes of memory 0 that a record says were about to change. None where `length` is 0.
struct memory_write {
  std::uint32_t address = 0;
  std::uint32_t length = 0;

  [[nodiscard]] std::uint64_t end() const { return std::uint64_t{address} + length; }
};

[[nodiscard]] inline memory_write write_of(const std::uint32_t* record) {
  switch (kind_of(record[0])) {
    case record_kind::store1: return {record[1], 1};
    case record_kind::store2: return {record[1], 2};
    case record_kind::store4: return {record[1], 4};
    case record_kind::store8: return {record[1], 8};
    case record_kind::range: return {record[1], record[2]};
    case record_kind::wide: return payload_of(record[0]) == 0 ? memory_write{record[1], record[3]} : memory_write{};
    default: return {};
  }
}

/// The old bytes of a record that `write_of` gives bytes for. Those of a short store lie in its header; they are put
/// into `scratch` then.
[[nodiscard]] inline const std::uint8_t* old_bytes(const std::uint32_t* record, std::uint32_t& scratch) {
  const std::uint32_t* found = record + 4;
  switch (kind_of(record[0])) {
    case record_kind::store1:
    case record_kind::store2:
      scratch = payload_of(record[0]);
      found = &scratch;
      break;
    case record_kind::store4:
    case record_kind::store8: found = record + 2; break;
    default: break;
  }
  return reinterpret_cast<const std::uint8_t*>(found);
}

/// Words that the new bytes of a record take where they are kept beside the log.
[[nodiscard]] inline std::uint32_t new_words_of(const std::uint32_t* record) {
  return padded_words(write_of(record).length);
}

/// The value that a record of a local or a global holds.
[[nodiscard]] inline std::uint64_t value_of(const std::uint32_t* record) {
  return words_of(record) == 3 ? record[1] | std::uint64_t{record[2]} << 32 : record[1];
}

}  // namespace pagewise
