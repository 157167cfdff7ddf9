#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "replay/piece_store.h"

namespace pagewise {

/// Memory at one place of the log: a generation of pieces, of which those that are looked at are copied out.
class memory_image {
public:
  explicit memory_image(const piece_store& pieces) : pieces_(pieces) {}

  /// Becomes what memory was at a generation. It costs the pieces that differ.
  void become(std::uint32_t generation);
  [[nodiscard]] std::uint32_t generation() const { return generation_; }

  void write(std::uint32_t address, const std::uint8_t* bytes, std::uint32_t length) {
    each_part(address, length, [&](std::uint8_t* at, std::uint32_t from, std::uint32_t count) {
      copy(at, bytes + from, count);
    });
  }
  /// Writes, and gives what was there before.
  void exchange(std::uint32_t address, const std::uint8_t* bytes, std::uint8_t* before, std::uint32_t length) {
    each_part(address, length, [&](std::uint8_t* at, std::uint32_t from, std::uint32_t count) {
      copy(before + from, at, count);
      copy(at, bytes + from, count);
    });
  }
  void read(std::uint32_t address, std::uint8_t* into, std::uint32_t length) {
    each_part(address, length, [&](const std::uint8_t* at, std::uint32_t from, std::uint32_t count) {
      copy(into + from, at, count);
    });
  }

  /// The pieces that have been looked at since this became what it is.
  [[nodiscard]] std::span<const std::uint32_t> copied() const { return copied_; }
  [[nodiscard]] bool is_copied(std::uint32_t piece) const { return slots_.at(piece).copy != nullptr; }
  /// The bytes of a piece that is copied.
  [[nodiscard]] const std::uint8_t* contents(std::uint32_t piece) const { return slots_.at(piece).copy; }
  /// The version that a piece has at this generation.
  [[nodiscard]] piece_store::version_number version_of(std::uint32_t piece) const { return slots_.at(piece).version; }

private:
  struct slot {
    std::uint8_t* copy;
    piece_store::version_number version;
  };

  static void copy(std::uint8_t* to, const std::uint8_t* from, std::uint32_t count) {
    switch (count) {  // sizes that are known are copied without a call
      case 1: std::memcpy(to, from, 1); break;
      case 2: std::memcpy(to, from, 2); break;
      case 4: std::memcpy(to, from, 4); break;
      case 8: std::memcpy(to, from, 8); break;
      default: std::memcpy(to, from, count); break;
    }
  }

  template <typename Visit>
  void each_part(std::uint32_t address, std::uint32_t length, Visit visit) {
    for (std::uint32_t done = 0; done < length;) {
      const std::uint32_t at = address + done, offset = at % piece_size;
      const std::uint32_t count = length - done < piece_size - offset ? length - done : piece_size - offset;
      slot& found = slots_[at / piece_size];
      if (found.copy == nullptr) [[unlikely]] copy_out(at / piece_size, found);
      visit(found.copy + offset, done, count);
      done += count;
    }
  }
  void copy_out(std::uint32_t piece, slot& into);

  const piece_store& pieces_;
  sparse_pieces<slot> slots_;
  std::vector<std::uint32_t> copied_;
  arena<std::uint8_t> room_;
  std::vector<std::uint8_t*> copies_;  ///< room for pieces; the first `copied_.size()` are in use
  std::uint32_t generation_ = 0;
};

}  // namespace pagewise
