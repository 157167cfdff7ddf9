// fails: call is_last_back_first_out() = 1
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <pagewise/allocator.h>

class pool {
public:
  void* take() {
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      if ((taken_ >> i & 1) != 0) continue;
      taken_ |= 1U << i;
      pagewise_allocated(&slots_[i], sizeof(slot));
      return &slots_[i];
    }
    return nullptr;
  }

  void release(void* block) {
    if (block == nullptr) return;
    pagewise_released(block);
    taken_ &= ~(1U << (static_cast<slot*>(block) - slots_.data()));
  }

private:
  union slot {
    slot* next;
    std::byte bytes[24];
  };
  std::array<slot, 8> slots_;
  std::uint32_t taken_ = 0;
};
