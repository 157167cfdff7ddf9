#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t triangle(std::uint32_t number) {
  return number % 2 == 0 ? number / 2 * (number + 1) : (number + 1) / 2 * number;
}

int main() {}
