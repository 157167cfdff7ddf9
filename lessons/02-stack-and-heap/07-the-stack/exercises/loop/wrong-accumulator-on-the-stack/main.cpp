// fails: call triangle(5000) = 12502500
#include <cstdint>
#include <emscripten/emscripten.h>

std::uint32_t add(std::uint32_t number, std::uint32_t sum) {
  if (number == 0) return sum;
  return add(number - 1, sum + number);
}

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t triangle(std::uint32_t number) {
  return add(number, 0);
}

int main() {}
