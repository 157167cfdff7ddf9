#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "replay/arena.h"
#include "replay/sparse_pieces.h"
#include "replay/trace.h"

namespace pagewise {

/// The pieces of memory along the log. Generation 0 is all zero, 1 is memory before the first record, and n + 2 memory
/// at the end of section n. A version is kept only where a piece differs from what it was a generation before, and as
/// few words on top of an older one where that takes less.
class piece_store {
public:
  using version_number = std::uint32_t;
  /// The version that every piece has at first: all bytes zero.
  static constexpr version_number zero = 0;

  piece_store();

  /// Makes the next generation, in which these pieces are as given. They have been checked.
  void add(std::span<const memory_piece> pieces);

  [[nodiscard]] std::uint32_t newest_generation() const { return static_cast<std::uint32_t>(ends_.size()) - 1; }
  /// The versions that a generation after the first made, in order: [begin_of, end_of). A piece given twice has two.
  [[nodiscard]] version_number begin_of(std::uint32_t generation) const { return ends_[generation - 1]; }
  [[nodiscard]] version_number end_of(std::uint32_t generation) const { return ends_[generation]; }

  [[nodiscard]] std::uint32_t piece_of(version_number number) const { return versions_[number].piece; }
  [[nodiscard]] version_number previous(version_number number) const { return versions_[number].previous; }
  /// Copies the bytes of a version: `piece_size` of them.
  void copy(version_number number, std::uint8_t* into) const;

private:
  struct patch_word {
    std::uint32_t at, word;
    bool operator==(const patch_word&) const = default;
  };
  struct version {
    std::uint32_t piece;
    version_number previous;
    const std::uint32_t* base;  ///< a whole piece
    const patch_word* patch;    ///< what differs from it
    std::uint32_t patch_words;
  };
  /// More than this is kept as a whole piece.
  static constexpr std::size_t most_patch_words = 192;

  static void compare(std::span<const std::uint8_t> contents, const std::uint32_t* base, std::vector<patch_word>& into);
  [[nodiscard]] version made(const memory_piece& piece, version_number newest, std::span<const patch_word> patch);

  std::vector<version> versions_;
  std::vector<version_number> ends_;
  arena<std::uint32_t> bases_;
  arena<patch_word> patches_;
  sparse_pieces<version_number> newest_;
};

}  // namespace pagewise
