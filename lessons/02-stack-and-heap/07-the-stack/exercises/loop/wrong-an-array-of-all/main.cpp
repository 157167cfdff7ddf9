// fails: call triangle(3) = 6
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t triangle(std::uint32_t number) {
  std::uint32_t numbers[5001] = {};
  for (std::uint32_t i = 1; i <= number; ++i) numbers[i] = numbers[i - 1] + i;
  return numbers[number];
}

int main() {}
