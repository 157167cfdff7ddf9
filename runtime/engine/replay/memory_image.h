#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "replay/piece_store.h"

namespace pagewise {

/// Memory at one place of the log: a generation of pieces, and copies of those that were written to since.
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
  void read(std::uint32_t address, std::span<std::uint8_t> into) const;

  /// The pieces of which this has a copy of its own.
  [[nodiscard]] std::span<const std::uint32_t> written() const { return written_; }
  [[nodiscard]] bool is_written(std::uint32_t piece) const { return slots_.at(piece).own != nullptr; }
  [[nodiscard]] const std::uint8_t* contents(std::uint32_t piece) const {
    const slot found = slots_.at(piece);
    return found.own != nullptr ? found.own : pieces_[found.version].contents;
  }
  /// The version that a piece has at this generation.
  [[nodiscard]] piece_store::version_number version_of(std::uint32_t piece) const { return slots_.at(piece).version; }

private:
  struct slot {
    std::uint8_t* own;
    piece_store::version_number version;
  };

  static void copy(std::uint8_t* to, const std::uint8_t* from, std::uint32_t count) {
    switch (count) {
      case 1: *to = *from; break;
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
      if (found.own == nullptr) [[unlikely]] make_own(at / piece_size, found);
      visit(found.own + offset, done, count);
      done += count;
    }
  }
  void make_own(std::uint32_t piece, slot& of);
  void drop_written();

  const piece_store& pieces_;
  sparse_pieces<slot> slots_;
  std::vector<std::uint32_t> written_;
  std::vector<std::unique_ptr<std::uint8_t[]>> copies_;  ///< the first `written_.size()` are in use
  std::uint32_t generation_ = 0;
};

}  // namespace pagewise
