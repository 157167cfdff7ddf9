#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace pagewise {

/// What is known of one byte of the program's memory.
enum class byte_state : std::uint8_t {
  untold,     ///< in no block that was ever allocated
  written,    ///< in a block
  unwritten,  ///< in a block, and nothing wrote it since it was allocated; or a copy of such a byte, wherever it lies
  freed,      ///< in a block that was released
  gap         ///< beside a block: the allocator's own
};

/// A set of states, as bits.
using byte_states = std::uint32_t;
[[nodiscard]] constexpr byte_states only(byte_state state) { return 1U << static_cast<std::uint32_t>(state); }

/// A state for every byte of a memory of up to 4 GiB. It costs what is told apart: ranges in one state are kept as such.
/// An `end` is an address past a byte, up to 4 GiB.
class shadow_memory {
public:
  /// The states that bytes of a range are in.
  [[nodiscard]] byte_states in(std::uint32_t start, std::uint64_t end) const;
  [[nodiscard]] byte_state at(std::uint32_t address) const;
  void fill(std::uint32_t start, std::uint64_t end, byte_state state);
  /// Changes those bytes of a range that are in one state.
  void replace(std::uint32_t start, std::uint64_t end, byte_state from, byte_state to);
  /// Gives bytes the states of others; the ranges do not overlap.
  void copy(std::uint32_t from, std::uint32_t to, std::uint32_t length);
  /// Something wrote these bytes.
  void write(std::uint32_t start, std::uint64_t end) { replace(start, end, byte_state::unwritten, byte_state::written); }
  /// Bytes were copied by the program: what was never written stays so, where the copy lies in a block or outside of
  /// the heap.
  void hand_on(std::uint32_t from, std::uint32_t to, std::uint32_t length);

private:
  static constexpr std::uint32_t chunk_bits = 10, region_bits = 20;
  static constexpr std::uint32_t chunk_size = 1U << chunk_bits, chunks = 1U << (region_bits - chunk_bits);
  static constexpr std::uint32_t regions = 1U << (32 - region_bits);

  struct chunk {
    std::unique_ptr<std::array<byte_state, chunk_size>> bytes;  ///< null where all are in one state
    byte_state all = byte_state::untold;
  };
  struct region {
    std::unique_ptr<std::array<chunk, chunks>> parts;
    byte_state all = byte_state::untold;
  };

  [[nodiscard]] const chunk* part_at(std::uint32_t address, byte_state& all) const;
  chunk& split(std::uint32_t address);
  static std::array<byte_state, chunk_size>& bytes_of(chunk& of);
  /// Calls visit(address, count) for the parts of a range that lie in one chunk each.
  template <typename Visit>
  static void each_part(std::uint32_t start, std::uint64_t end, Visit visit);

  std::array<region, regions> regions_{};
};

}  // namespace pagewise
