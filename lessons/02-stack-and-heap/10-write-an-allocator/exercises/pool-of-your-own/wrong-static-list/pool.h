// fails: call taken_at_once() = 8
#pragma once
#include <array>
#include <cstddef>
#include <pagewise/allocator.h>

class pool {
public:
  pool() {
    for (slot& each : slots_) {
      free_list[n++] = &each;
    }
  }

  void* take() {
    if (n == 0) return nullptr;
    slot* block = static_cast<slot*>(free_list[--n]);
    pagewise_allocated(block, sizeof(slot));
    return block;
  }

  void release(void* block) {
    if (block == nullptr) return;
    pagewise_released(block);
    auto* returned = static_cast<slot*>(block);
    free_list[n++] = returned;
  }

private:
  union slot {
    slot* next;
    std::byte bytes[24];
  };
  std::array<slot, 8> slots_;
  static inline void* free_list[8];
  static inline int n = 0;
};
