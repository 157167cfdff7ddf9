#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "replay/sparse_pieces.h"
#include "replay/trace.h"

namespace pagewise {

/// The pieces of memory along the log. Generation 0 is all zero, 1 is memory before the first record, and n + 2 memory
/// at the end of section n. A version is kept only where a piece differs from what it was a generation before.
class piece_store {
public:
  using version_number = std::uint32_t;
  /// The version that every piece has at first: all bytes zero.
  static constexpr version_number zero = 0;

  struct version {
    std::uint32_t piece;
    version_number previous;
    const std::uint8_t* contents;
  };

  piece_store();

  /// Makes the next generation, in which these pieces are as given. They have been checked.
  void add(std::span<const memory_piece> pieces);

  [[nodiscard]] std::uint32_t newest_generation() const { return static_cast<std::uint32_t>(ends_.size()) - 1; }
  [[nodiscard]] const version& operator[](version_number number) const { return versions_[number]; }
  /// The versions that a generation after the first made, in order: [begin_of, end_of). A piece given twice has two.
  [[nodiscard]] version_number begin_of(std::uint32_t generation) const { return ends_[generation - 1]; }
  [[nodiscard]] version_number end_of(std::uint32_t generation) const { return ends_[generation]; }

private:
  std::vector<version> versions_;
  std::vector<version_number> ends_;
  std::vector<std::unique_ptr<std::uint8_t[]>> contents_;
  sparse_pieces<version_number> newest_;
};

}  // namespace pagewise
