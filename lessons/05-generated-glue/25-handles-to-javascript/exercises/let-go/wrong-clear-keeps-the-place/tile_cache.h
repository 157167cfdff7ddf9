// fails: output "none, none, tile 3, tile 4, tile 5, tile 6\ntile 5, tile 6\nnone\ntile 11, tile 10, tile 9, tile 8, none\nnone, none, tile 9, tile 10, tile 11, tile 12\n"
#pragma once

#include <array>
#include <cstddef>
#include <emscripten/val.h>

class TileCache {
public:
  static constexpr std::size_t capacity = 4;

  void put(int id, const emscripten::val& tile) {
    if (count_ < capacity) {
      slots_[count_++] = {id, tile};
      return;
    }
    slots_[oldest_] = {id, tile};
    oldest_ = (oldest_ + 1) % capacity;
  }

  emscripten::val get(int id) const {
    for (const Slot& slot : slots_) {
      if (slot.id == id) return slot.tile;
    }
    return emscripten::val::undefined();
  }

  void clear() {
    slots_ = {};
    count_ = 0;
  }

private:
  struct Slot {
    int id = -1;
    emscripten::val tile;
  };
  std::array<Slot, capacity> slots_;
  std::size_t count_ = 0;
  std::size_t oldest_ = 0;
};
