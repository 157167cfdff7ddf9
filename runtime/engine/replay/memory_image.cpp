#include "replay/memory_image.h"

#include <algorithm>

namespace pagewise {

void memory_image::make_own(std::uint32_t piece, slot& of) {
  if (written_.size() == copies_.size()) {
    copies_.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(piece_size));
  }
  of.own = copies_[written_.size()].get();
  std::memcpy(of.own, pieces_[of.version].contents, piece_size);
  written_.push_back(piece);
}

void memory_image::drop_written() {
  for (const std::uint32_t piece : written_) slots_[piece].own = nullptr;
  written_.clear();
}

void memory_image::become(std::uint32_t generation) {
  drop_written();
  while (generation_ < generation) {
    ++generation_;
    for (auto each = pieces_.begin_of(generation_); each < pieces_.end_of(generation_); ++each) {
      slots_[pieces_[each].piece].version = each;
    }
  }
  for (; generation_ > generation; --generation_) {
    for (auto each = pieces_.end_of(generation_); each-- > pieces_.begin_of(generation_);) {
      slots_[pieces_[each].piece].version = pieces_[each].previous;
    }
  }
}

void memory_image::read(std::uint32_t address, std::span<std::uint8_t> into) const {
  for (std::size_t done = 0; done < into.size();) {
    const std::uint32_t at = address + static_cast<std::uint32_t>(done), offset = at % piece_size;
    const std::size_t count = std::min<std::size_t>(into.size() - done, piece_size - offset);
    std::memcpy(into.data() + done, contents(at / piece_size) + offset, count);
    done += count;
  }
}

}  // namespace pagewise
