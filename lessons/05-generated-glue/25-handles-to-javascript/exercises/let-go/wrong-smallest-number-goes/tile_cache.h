// fails: call sum_kept(10) = 406
#pragma once

#include <cstddef>
#include <emscripten/val.h>
#include <map>

class TileCache {
public:
  static constexpr std::size_t capacity = 4;

  void put(int id, const emscripten::val& tile) {
    if (tiles_.size() == capacity) tiles_.erase(tiles_.begin());
    tiles_.insert_or_assign(id, tile);
  }

  emscripten::val get(int id) const {
    const auto tile = tiles_.find(id);
    return tile == tiles_.end() ? emscripten::val::undefined() : tile->second;
  }

  void clear() noexcept { tiles_.clear(); }

private:
  std::map<int, emscripten::val> tiles_;
};
