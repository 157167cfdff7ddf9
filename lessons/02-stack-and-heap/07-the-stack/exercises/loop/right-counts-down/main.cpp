#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t triangle(std::uint32_t number) {
  std::uint32_t sum = 0;
  while (number > 0) sum += number--;
  return sum;
}

int main() {}
