// fails: call align_up(0, 16) = 0
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t align_up(std::uint32_t address, std::uint32_t alignment) {
  return address == 0 ? alignment : (address + alignment - 1) & ~(alignment - 1);
}

int main() {}
