// fails: output "none, none, tile 3, tile 4, tile 5, tile 6\ntile 5, tile 6\nnone\ntile 11, tile 10, tile 9, tile 8, none\nnone, none, tile 9, tile 10, tile 11, tile 12\n"
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <emscripten/val.h>

class TileCache {
public:
  static constexpr std::size_t capacity = 4;

  void put(int id, emscripten::val tile) {
    if (slots_.size() == capacity) slots_.pop_front();
    slots_.push_back({id, tile.release_ownership()});
  }

  emscripten::val get(int id) const {
    const auto slot = std::ranges::find(slots_, id, &Slot::id);
    if (slot == slots_.end()) return emscripten::val::undefined();
    return emscripten::val::take_ownership(slot->handle);
  }

  void clear() noexcept { slots_.clear(); }

private:
  struct Slot {
    int id;
    emscripten::EM_VAL handle;
  };
  std::deque<Slot> slots_;
};
