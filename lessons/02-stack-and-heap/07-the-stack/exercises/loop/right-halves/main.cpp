#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t triangle(std::uint32_t number) {
  std::uint32_t sum = 0;
  for (std::uint32_t low = 0, high = number; low < high; ++low, --high) sum += low + high;
  return number % 2 == 0 ? sum + number / 2 : sum;
}

int main() {}
