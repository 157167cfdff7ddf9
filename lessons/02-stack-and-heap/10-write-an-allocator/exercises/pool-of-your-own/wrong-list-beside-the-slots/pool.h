// fails: call is_small() = 1
#pragma once
#include <array>
#include <cstddef>
#include <pagewise/allocator.h>

class pool {
public:
  pool() {
    for (slot& each : slots_) free_[count_++] = &each;
  }

  void* take() {
    if (count_ == 0) return nullptr;
    slot* block = free_[--count_];
    pagewise_allocated(block, sizeof(slot));
    return block;
  }

  void release(void* block) {
    if (block == nullptr) return;
    pagewise_released(block);
    free_[count_++] = static_cast<slot*>(block);
  }

private:
  union slot {
    slot* next;
    std::byte bytes[24];
  };
  std::array<slot, 8> slots_;
  std::array<slot*, 8> free_{};
  std::size_t count_ = 0;
};
