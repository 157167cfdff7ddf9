// fails: call triangle(5000) = 12502500
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t triangle(std::uint32_t number) {
  std::uint16_t sum = 0;
  for (std::uint32_t i = 1; i <= number; ++i) sum = static_cast<std::uint16_t>(sum + i);
  return sum;
}

int main() {}
