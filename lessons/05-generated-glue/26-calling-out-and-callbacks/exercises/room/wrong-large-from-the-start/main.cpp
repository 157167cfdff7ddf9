// fails: unchanged main.cpp
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/bind.h>
#include <emscripten/val.h>
#include <numeric>
#include <span>
#include <vector>

class Reader {
public:
  void expect(std::size_t bytes) { room_.resize(bytes); }

  emscripten::val room() const {
    return emscripten::val(emscripten::typed_memory_view(room_.size(), room_.data()));
  }

  void read_all(const emscripten::val& fill) {
    for (;;) {
      const auto wanted = fill(room()).as<std::size_t>();
      const auto filled = std::min(wanted, room_.size());
      if (filled == 0) return;
      const auto chunk = std::span(room_).first(filled);
      std::printf("%zu bytes, sum %u\n", filled, std::accumulate(chunk.begin(), chunk.end(), 0U));
    }
  }

private:
  std::vector<std::uint8_t> room_ = std::vector<std::uint8_t>(200'000);
};

EMSCRIPTEN_BINDINGS(reader) {
  emscripten::class_<Reader>("Reader")
      .constructor<>()
      .function("expect", &Reader::expect)
      .function("room", &Reader::room)
      .function("readAll", &Reader::read_all);
}

int main() {}
