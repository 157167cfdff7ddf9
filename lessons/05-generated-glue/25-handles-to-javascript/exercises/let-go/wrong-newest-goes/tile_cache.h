// fails: output "none, none, tile 3, tile 4, tile 5, tile 6\ntile 5, tile 6\nnone\ntile 11, tile 10, tile 9, tile 8, none\nnone, none, tile 9, tile 10, tile 11, tile 12\n"
#pragma once

#include <algorithm>
#include <cstddef>
#include <deque>
#include <emscripten/val.h>

/** Holds the JavaScript objects of the last tiles that were put, at most `capacity`. */
class TileCache {
public:
  static constexpr std::size_t capacity = 4;

  /** Holds `tile` under a number that it does not have yet. The oldest tile goes if there are too many. */
  void put(int id, const emscripten::val& tile) {
    if (slots_.size() == capacity) slots_.pop_back();
    slots_.push_back({id, tile});
  }

  /** The tile of this number; `undefined` if there is none. */
  emscripten::val get(int id) const {
    const auto slot = std::ranges::find(slots_, id, &Slot::id);
    return slot == slots_.end() ? emscripten::val::undefined() : slot->tile;
  }

  /** Lets go of all tiles. */
  void clear() noexcept { slots_.clear(); }

private:
  struct Slot {
    int id;
    emscripten::val tile;
  };
  std::deque<Slot> slots_;
};
