#pragma once

#include <cstdint>
#include <initializer_list>

#include "record/log_format.h"

namespace pagewise {

// Every record is read several times, and which kind comes next is hard to foretell for a processor: what all need is
// in tables, and branches are for what is rare.

/// A set of kinds of record.
class record_kinds {
public:
  constexpr record_kinds(std::initializer_list<record_kind> kinds) {
    for (const record_kind each : kinds) bits_ |= 1U << static_cast<std::uint32_t>(each);
  }
  [[nodiscard]] constexpr bool has(record_kind kind) const {
    return (bits_ >> static_cast<std::uint32_t>(kind) & 1) != 0;
  }

private:
  std::uint32_t bits_ = 0;
};

inline constexpr record_kinds kinds_that_write{record_kind::store1, record_kind::store2, record_kind::store4,
                                               record_kind::store8, record_kind::range,  record_kind::store4_low};
inline constexpr record_kinds kinds_of_values{record_kind::local, record_kind::global};

/// Words of a record of a checked log, its header among them.
[[nodiscard]] inline std::uint32_t words_of(const std::uint32_t* record) {
  constexpr std::uint8_t fixed_words[16] = {1, 1, 1, 2, 2, 3, 4, 0, 3, 2, 2, 1, 0, 2, 3, 2};
  const record_kind kind = kind_of(record[0]);
  const std::uint32_t payload = payload_of(record[0]);
  const std::uint32_t fixed = fixed_words[record[0] & kind_mask];
  if (fixed != 0) [[likely]] return fixed + (kinds_of_values.has(kind) ? payload >> index_bits : 0);
  if (kind == record_kind::range) return 4 + padded_words(record[2]);
  const allocator_phase phase = phase_of(payload);
  return phase == allocator_phase::enter ? 4 : phase == allocator_phase::leave ? 2 : 1;
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
  const record_kind kind = kind_of(record[0]);
  if (!kinds_that_write.has(kind)) return {};
  if (kind == record_kind::store4_low) [[likely]] return {payload_of(record[0]), 4};
  if (kind <= record_kind::store8) {
    return {record[1], 1U << (static_cast<std::uint32_t>(kind) - static_cast<std::uint32_t>(record_kind::store1))};
  }
  return {record[1], record[2]};
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
    case record_kind::store4_low: found = record + 1; break;
    case record_kind::store4:
    case record_kind::store8: found = record + 2; break;
    default: break;
  }
  return reinterpret_cast<const std::uint8_t*>(found);
}

/// The value that a record of a local or a global holds.
[[nodiscard]] inline std::uint64_t value_of(const std::uint32_t* record) {
  return words_of(record) == 3 ? record[1] | std::uint64_t{record[2]} << 32 : record[1];
}

}  // namespace pagewise
