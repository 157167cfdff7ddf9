// fails: call after_refusal(17) = 10
#pragma once
#include <cstddef>
#include <span>
#include <pagewise/allocator.h>

class bump {
public:
  explicit bump(std::span<std::byte> room) : room_(room) {}

  void* take(std::size_t size, std::size_t alignment) {
    used_ = (used_ + alignment - 1) & ~(alignment - 1);
    if (used_ > room_.size() || size > room_.size() - used_) return nullptr;
    void* block = room_.data() + used_;
    used_ += size;
    pagewise_allocated(block, size);
    return block;
  }

  void reset() {
    pagewise_released_all(room_.data(), room_.size());
    used_ = 0;
  }

private:
  std::span<std::byte> room_;
  std::size_t used_ = 0;
};
