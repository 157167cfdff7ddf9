#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <pagewise/allocator.h>

class pool {
public:
  pool() {
    for (std::uint32_t i = 0; i < slots_.size(); ++i) slots_[i].next = i + 1;
  }

  void* take() {
    if (free_ == slots_.size()) return nullptr;
    slot* block = &slots_[free_];
    free_ = block->next;
    pagewise_allocated(block, sizeof(slot));
    return block;
  }

  void release(void* block) {
    if (block == nullptr) return;
    pagewise_released(block);
    auto* returned = static_cast<slot*>(block);
    returned->next = free_;
    free_ = static_cast<std::uint32_t>(returned - slots_.data());
  }

private:
  union slot {
    std::uint32_t next;
    std::byte bytes[24];
  };
  std::array<slot, 8> slots_;
  std::uint32_t free_ = 0;
};
