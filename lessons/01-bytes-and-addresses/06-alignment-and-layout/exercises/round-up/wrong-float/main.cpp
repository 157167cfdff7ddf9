// fails: call align_up(33554433, 64) = 33554496
#include <bit>
#include <cmath>
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t align_up(std::uint32_t address, std::uint32_t alignment) {
  return std::ceil(static_cast<float>(address) / alignment) * alignment;
}

int main() {}
