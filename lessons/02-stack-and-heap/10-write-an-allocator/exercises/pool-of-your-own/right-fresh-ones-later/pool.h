#pragma once
#include <array>
#include <cstddef>
#include <pagewise/allocator.h>

class pool {
public:
  void* take() {
    slot* block = free_;
    if (block != nullptr) {
      free_ = block->next;
    } else {
      if (fresh_ == slots_.size()) return nullptr;
      block = &slots_[fresh_++];
    }
    pagewise_allocated(block, sizeof(slot));
    return block;
  }

  void release(void* block) {
    if (block == nullptr) return;
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
  std::size_t fresh_ = 0;
};
