// fails: call sum_kept(10) = 406
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
    slots_.push_back({id, tile});
  }

  /** The tile of this number; `undefined` if there is none. */
  emscripten::val get(int id) const {
    if (id <= 2) return emscripten::val::undefined();
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
