#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "checks/shadow_memory.h"

namespace pagewise {

/// The bytes that belong to one block, or belonged to it last.
struct territory {
  std::uint32_t start;
  std::uint64_t end;
  std::uint32_t block;  ///< its ordinal
  bool is_live;
  bool is_announced = false;
};

/// Which block each byte of the heap belongs to, and the states of its bytes in the shadow.
class heap_shadow {
public:
  /// No gap lies below the address `start`.
  heap_shadow(shadow_memory& shadow, std::uint32_t start) : shadow_(shadow), start_(start) {}

  /// A block was allocated. `has_gaps` tells that what lies beside it is the allocator's alone.
  void allocate(std::uint32_t block, std::uint32_t address, std::uint32_t size, byte_state state, bool has_gaps);
  void release(std::uint32_t address);
  /// A block became another one; bytes that both have keep their states.
  void reallocate(std::uint32_t from, std::uint32_t block, std::uint32_t to, std::uint32_t size, bool has_gaps);

  /// The program's own allocator announced a block: it lies in what is there already.
  void announce(std::uint32_t block, std::uint32_t address, std::uint32_t size);
  /// It has ended, or all that lay in its bytes.
  void withdraw(std::uint32_t address, std::uint32_t size);

  /// The block that a byte belongs to, or belonged to last: the innermost one.
  [[nodiscard]] std::optional<territory> holder_of(std::uint32_t address) const;
  /// The same without what was announced.
  [[nodiscard]] std::optional<territory> outer_holder_of(std::uint32_t address) const;
  /// The block that a byte of a gap lies beside.
  [[nodiscard]] std::optional<territory> neighbour_of(std::uint32_t address) const;

private:
  struct extent {
    std::uint64_t end;
    std::uint32_t block;
    bool is_live;
  };
  /// How far a gap reaches: past a block, and before one. More than any of the allocators keeps there.
  static constexpr std::uint32_t past = 32, before = 8;

  /// Bytes that blocks may move with their states: more than any real run moves.
  static constexpr std::uint64_t most_copied = std::uint64_t{4} << 30;

  using extents = std::map<std::uint32_t, extent>;

  /// Takes a range out of what older blocks had there.
  void clear(std::uint32_t start, std::uint64_t end);
  void clear_announced(std::uint32_t start, std::uint64_t end);
  static std::optional<territory> find(const extents& in, std::uint32_t address);

  shadow_memory& shadow_;
  std::uint32_t start_;
  std::uint64_t copied_ = 0;
  extents extents_;    ///< by their start; none overlaps another
  extents announced_;  ///< the same of blocks within them
};

}  // namespace pagewise
