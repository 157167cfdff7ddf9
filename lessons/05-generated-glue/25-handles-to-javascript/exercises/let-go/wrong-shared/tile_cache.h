// fails: output "none, none, tile 3, tile 4, tile 5, tile 6\ntile 5, tile 6\nnone\ntile 11, tile 10, tile 9, tile 8, none\nnone, none, tile 9, tile 10, tile 11, tile 12\n"
#pragma once

#include <cstddef>
#include <deque>
#include <emscripten/val.h>

class TileCache {
public:
  static constexpr std::size_t capacity = 4;

  void put(int id, const emscripten::val& tile) {
    if (slots_.size() == capacity) slots_.pop_front();
    slots_.push_back({id, tile});
  }

  emscripten::val get(int id) const {
    for (const Slot& slot : slots_) {
      if (slot.id == id) return slot.tile;
    }
    return emscripten::val::undefined();
  }

  void clear() noexcept { slots_.clear(); }

private:
  struct Slot {
    int id;
    emscripten::val tile;
  };
  static inline std::deque<Slot> slots_;
};
