// fails: call triangle(3) = 6
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t triangle(std::uint32_t number) {
  std::uint32_t sum = 0;
  for (std::uint32_t i = 1; i < number; ++i) sum += i;
  return sum;
}

int main() {}
