// fails: live-vals 4
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

  void put(int id, const val& tile) { tiles_.emplace_back(id, tile); }
  val get(int id) const {
    for (std::size_t i = tiles_.size() > capacity ? tiles_.size() - capacity : 0; i < tiles_.size(); ++i)
      if (tiles_[i].first == id) return tiles_[i].second;
    return val::undefined();
  }
  void clear() noexcept { tiles_.clear(); }
private:
  std::vector<std::pair<int, val>> tiles_;
};
