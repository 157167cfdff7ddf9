// fails: size type Reading = 12
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <emscripten/emscripten.h>

struct [[gnu::packed]] Reading {
  std::uint8_t sensor;
  std::int16_t tenths;
  std::uint32_t time;
  std::uint8_t valid;
};

Reading readings[] = {{1, 215, 1000, 1}, {2, -40, 1010, 1}, {1, 999, 1020, 0}, {2, 38, 1030, 1}};

extern "C" EMSCRIPTEN_KEEPALIVE const Reading* readings_address() noexcept {
  return readings;
}

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t readings_count() noexcept {
  return std::size(readings);
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_total(std::int32_t total) noexcept {
  std::printf("total %d\n", total);
}

int main() {}
