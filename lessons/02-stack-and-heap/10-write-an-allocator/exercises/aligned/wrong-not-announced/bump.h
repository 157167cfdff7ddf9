// fails: allocates >= 3
#pragma once
#include <cstddef>
#include <span>
#include <pagewise/allocator.h>

class bump {
public:
  explicit bump(std::span<std::byte> room) : room_(room) {}

  void* take(std::size_t size, std::size_t alignment) {
    const std::size_t start = (used_ + alignment - 1) & ~(alignment - 1);
    if (start > room_.size() || size > room_.size() - start) return nullptr;
    used_ = start + size;
    return room_.data() + start;
  }

  void reset() { used_ = 0; }

private:
  std::span<std::byte> room_;
  std::size_t used_ = 0;
};
