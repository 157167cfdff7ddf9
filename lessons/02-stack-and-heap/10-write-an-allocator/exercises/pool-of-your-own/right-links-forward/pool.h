#pragma once
#include <array>
#include <cstddef>
#include <pagewise/allocator.h>

class pool {
public:
  pool() : free_(slots_.data()) {
    for (std::size_t i = 0; i + 1 < slots_.size(); ++i) slots_[i].next = &slots_[i + 1];
    slots_.back().next = nullptr;
  }

  void* take() {
    if (free_ == nullptr) return nullptr;
    slot* block = free_;
    free_ = block->next;
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
};
