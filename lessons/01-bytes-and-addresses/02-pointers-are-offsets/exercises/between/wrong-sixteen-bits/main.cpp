// fails: call bytes_between(1024, 201024) = 200000
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t bytes_between(const std::uint32_t* from, const std::uint32_t* to) {
  return static_cast<std::int16_t>(reinterpret_cast<const std::byte*>(to) - reinterpret_cast<const std::byte*>(from));
}

extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t elements_between(const std::uint32_t* from, const std::uint32_t* to) {
  return to - from;
}

std::uint32_t numbers[30];

int main() {
  int right = 0;
  for (std::ptrdiff_t i = 0; i < 30; ++i) {
    const bool bytes = bytes_between(numbers + 7, numbers + i) == 4 * (i - 7);
    const bool elements = elements_between(numbers + 7, numbers + i) == i - 7;
    if (bytes && elements) ++right;
  }
  std::printf("%d of 30 are right\n", right);
}
