// fails: no-leak
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t triangle(std::uint32_t number) {
  static auto* sums = new std::uint32_t[5001]{};
  for (std::uint32_t i = 1; i <= number; ++i) sums[i] = sums[i - 1] + i;
  return sums[number];
}

int main() {
  triangle(3);
}
