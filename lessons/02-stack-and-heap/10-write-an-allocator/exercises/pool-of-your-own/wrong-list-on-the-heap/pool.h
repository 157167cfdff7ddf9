// fails: allocates 100
#pragma once
#include <array>
#include <cstddef>
#include <vector>
#include <pagewise/allocator.h>

class pool {
public:
  pool() {
    for (slot& each : slots_) free_.push_back(&each);
  }

  void* take() {
    if (free_.empty()) return nullptr;
    slot* block = free_.back();
    free_.pop_back();
    pagewise_allocated(block, sizeof(slot));
    return block;
  }

  void release(void* block) {
    if (block == nullptr) return;
    pagewise_released(block);
    free_.push_back(static_cast<slot*>(block));
  }

private:
  union slot {
    slot* next;
    std::byte bytes[24];
  };
  std::array<slot, 8> slots_;
  std::vector<slot*> free_;
};
