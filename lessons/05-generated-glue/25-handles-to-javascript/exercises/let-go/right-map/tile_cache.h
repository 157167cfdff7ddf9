#pragma once

#include <cstddef>
#include <emscripten/val.h>
#include <map>
#include <queue>

class TileCache {
public:
  static constexpr std::size_t capacity = 4;

  void put(int id, const emscripten::val& tile) {
    if (tiles_.size() == capacity) {
      tiles_.erase(order_.front());
      order_.pop();
    }
    tiles_.emplace(id, tile);
    order_.push(id);
  }

  emscripten::val get(int id) const {
    const auto found = tiles_.find(id);
    return found == tiles_.end() ? emscripten::val::undefined() : found->second;
  }

  void clear() noexcept {
    tiles_.clear();
    order_ = {};
  }

private:
  std::map<int, emscripten::val> tiles_;
  std::queue<int> order_;
};
