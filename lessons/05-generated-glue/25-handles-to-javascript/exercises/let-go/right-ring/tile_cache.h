#pragma once

#include <array>
#include <cstddef>
#include <emscripten/val.h>

class TileCache {
public:
  static constexpr std::size_t capacity = 4;

  void put(int id, const emscripten::val& tile) {
    slots_[next_] = {id, tile};
    next_ = (next_ + 1) % capacity;
  }

  emscripten::val get(int id) const {
    for (const Slot& slot : slots_) {
      if (slot.id == id) return slot.tile;
    }
    return emscripten::val::undefined();
  }

  void clear() {
    for (Slot& slot : slots_) slot = {};
    next_ = 0;
  }

private:
  struct Slot {
    int id = -1;
    emscripten::val tile;
  };
  std::array<Slot, capacity> slots_;
  std::size_t next_ = 0;
};
