#include "replay/memory_image.h"

namespace pagewise {

void memory_image::copy_out(std::uint32_t piece, slot& into) {
  if (copied_.size() == copies_.size()) copies_.push_back(room_.take(piece_size));
  into.copy = copies_[copied_.size()];
  pieces_.copy(into.version, into.copy);
  copied_.push_back(piece);
}

void memory_image::become(std::uint32_t generation) {
  for (const std::uint32_t piece : copied_) slots_[piece].copy = nullptr;
  copied_.clear();
  while (generation_ < generation) {
    ++generation_;
    for (auto each = pieces_.begin_of(generation_); each < pieces_.end_of(generation_); ++each) {
      slots_[pieces_.piece_of(each)].version = each;
    }
  }
  for (; generation_ > generation; --generation_) {
    for (auto each = pieces_.end_of(generation_); each-- > pieces_.begin_of(generation_);) {
      slots_[pieces_.piece_of(each)].version = pieces_.previous(each);
    }
  }
}

}  // namespace pagewise
