#pragma once
#include <cstddef>
#include <memory>
#include <span>
#include <pagewise/allocator.h>

class bump {
public:
  explicit bump(std::span<std::byte> room) : room_(room) {}

  void* take(std::size_t size, std::size_t alignment) {
    void* block = room_.data() + used_;
    std::size_t left = room_.size() - used_;
    if (std::align(alignment, size, block, left) == nullptr) return nullptr;
    used_ = room_.size() - left + size;
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
