// fails: call align_up(16, 8) = 16
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t align_up(std::uint32_t address, std::uint32_t alignment) {
  return (address + alignment) & ~(alignment - 1);
}

int main() {}
