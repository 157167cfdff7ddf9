#pragma once
#include <cstddef>
#include <span>
#include <pagewise/allocator.h>

class bump {
public:
  explicit bump(std::span<std::byte> room) : room_(room) {}

  void* take(std::size_t size, std::size_t alignment) {
    const std::size_t left = room_.size() - used_;
    const std::size_t padding = (alignment - used_ % alignment) % alignment;
    if (padding > left || size > left - padding) return nullptr;
    void* block = room_.data() + used_ + padding;
    used_ += padding + size;
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
