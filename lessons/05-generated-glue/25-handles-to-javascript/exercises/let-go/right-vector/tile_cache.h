#pragma once

#include <cstddef>
#include <emscripten/val.h>
#include <memory>
#include <utility>
#include <vector>

class TileCache {
public:
  static constexpr std::size_t capacity = 4;

  void put(int id, const emscripten::val& tile) {
    tiles_.emplace_back(id, tile);
    if (tiles_.size() > capacity) tiles_.erase(tiles_.begin());
  }

  emscripten::val get(int id) const {
    for (const auto& [each, tile] : tiles_) {
      if (each == id) return tile;
    }
    return emscripten::val::undefined();
  }

  void clear() noexcept {
    while (!tiles_.empty()) tiles_.pop_back();
  }

private:
  std::vector<std::pair<int, emscripten::val>> tiles_;
};
