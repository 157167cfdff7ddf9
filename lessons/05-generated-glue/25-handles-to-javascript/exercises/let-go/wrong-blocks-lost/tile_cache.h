// fails: no-leak
#pragma once
#include <array>
#include <cstddef>
#include <deque>
#include <list>
#include <utility>
#include <vector>
#include <emscripten/val.h>
using emscripten::val;
class TileCache {
public:
  static constexpr std::size_t capacity = 4;

  struct Slot { int id = -1; val tile; };
  void put(int id, const val& tile) {
    Slot* const slot = new Slot{id, tile};
    if (count_ == capacity) { slots_[0]->tile = val(); for (int i = 0; i < 3; ++i) slots_[i] = slots_[i + 1]; --count_; }
    slots_[count_++] = slot;
  }
  val get(int id) const {
    for (std::size_t i = 0; i < count_; ++i) if (slots_[i]->id == id) return slots_[i]->tile;
    return val::undefined();
  }
  void clear() noexcept { for (std::size_t i = 0; i < count_; ++i) slots_[i]->tile = val(); count_ = 0; }
  ~TileCache() { clear(); }
private:
  std::array<Slot*, capacity> slots_ = {};
  std::size_t count_ = 0;
};
