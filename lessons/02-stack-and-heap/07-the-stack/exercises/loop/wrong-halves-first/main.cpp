// fails: call triangle(3) = 6
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t triangle(std::uint32_t number) {
  return number / 2 * (number + 1);
}

int main() {}
