// fails: live-vals 4
#pragma once

#include <array>
#include <cstddef>
#include <emscripten/val.h>

/** Holds the JavaScript objects of the last tiles that were put, at most `capacity`. */
class TileCache {
public:
  static constexpr std::size_t capacity = 4;

  /** Holds `tile` under a number that it does not have yet. The oldest tile goes if there are too many. */
  void put(int id, const emscripten::val& tile) {
    if (count_ == capacity) {
      for (std::size_t i = 1; i < capacity; ++i) slots_[i - 1] = slots_[i];
      --count_;
    }
    slots_[count_++] = {id, tile};
  }

  /** The tile of this number; `undefined` if there is none. */
  emscripten::val get(int id) const {
    for (std::size_t i = 0; i < count_; ++i) {
      if (slots_[i].id == id) return slots_[i].tile;
    }
    return emscripten::val::undefined();
  }

  /** Lets go of all tiles. */
  void clear() noexcept { count_ = 0; }

private:
  struct Slot {
    int id = -1;
    emscripten::val tile;
  };
  std::array<Slot, capacity> slots_;
  std::size_t count_ = 0;
};
