// fails: live-vals 4
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
    emscripten::val held = emscripten::val::take_ownership(slot->handle);
    emscripten::val tile = held;
    (void)held.release_ownership();
    return tile;
  }

  void clear() noexcept { slots_.clear(); }

private:
  struct Slot {
    int id;
    emscripten::EM_VAL handle;
  };
  std::deque<Slot> slots_;
};
