// fails: call are_different() = 1
#pragma once
#include <array>
#include <cstddef>
#include <pagewise/allocator.h>

class pool {
public:
  pool() {
    for (slot& each : slots_) {
      each.next = free_;
      free_ = &each;
    }
  }

  void* take() {
    if (free_ == nullptr) return nullptr;
    slot* block = free_;
    free_ = block->next;
    pagewise_allocated(block, sizeof(slot));
    return block;
  }

  void release(void* block) {
    pagewise_released(block);
    auto* returned = static_cast<slot*>(block);
    returned->next = free_;
    free_ = returned;
  }

private:
  union slot {
    slot* next;
    std::byte bytes[24];
  };
  std::array<slot, 8> slots_;
  slot* free_ = nullptr;
};
