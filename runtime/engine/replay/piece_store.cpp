#include "replay/piece_store.h"

#include <algorithm>
#include <cstring>

namespace pagewise {
namespace {

constexpr std::uint8_t zero_piece[piece_size]{};

bool same(std::span<const std::uint8_t> a, const std::uint8_t* b) { return std::memcmp(a.data(), b, piece_size) == 0; }

}  // namespace

piece_store::piece_store() : versions_{{.piece = 0, .previous = zero, .contents = zero_piece}}, ends_{zero + 1} {}

void piece_store::add(std::span<const memory_piece> pieces) {
  const auto differs = [this](const memory_piece& each) {
    return !same(each.contents, versions_[newest_.at(each.index)].contents);
  };
  // One allocation a generation. Where a piece is given twice this may be one too few, then it gets its own.
  std::size_t room = static_cast<std::size_t>(std::ranges::count_if(pieces, differs));
  std::uint8_t* next = nullptr;
  const auto make_room = [&](std::size_t count) {
    contents_.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(count * piece_size));
    next = contents_.back().get();
    room = count;
  };
  if (room > 0) make_room(room);
  for (const memory_piece& each : pieces) {
    if (!differs(each)) continue;
    if (room == 0) make_room(1);
    std::ranges::copy(each.contents, next);
    version_number& newest = newest_[each.index];
    versions_.push_back({each.index, newest, next});
    newest = static_cast<version_number>(versions_.size()) - 1;
    next += piece_size;
    --room;
  }
  ends_.push_back(static_cast<version_number>(versions_.size()));
}

}  // namespace pagewise
