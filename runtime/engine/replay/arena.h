#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace pagewise {

/// Room for many small arrays that live as long as the arena: a chunk of memory for many of them.
template <typename Element>
class arena {
public:
  /// Room for `count` elements, at most `chunk_size`. Their values are whatever.
  [[nodiscard]] Element* take(std::size_t count) {
    if (count > left_) {
      chunks_.push_back(std::make_unique_for_overwrite<Element[]>(chunk_size));
      next_ = chunks_.back().get();
      left_ = chunk_size;
    }
    Element* taken = next_;
    next_ += count;
    left_ -= count;
    return taken;
  }

  static constexpr std::size_t chunk_size = (std::size_t{1} << 18) / sizeof(Element);

private:
  std::vector<std::unique_ptr<Element[]>> chunks_;
  Element* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace pagewise
