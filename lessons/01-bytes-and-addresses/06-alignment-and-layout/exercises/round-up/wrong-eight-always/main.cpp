// fails: call align_up(1, 1) = 1
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t align_up(std::uint32_t address, [[maybe_unused]] std::uint32_t alignment) {
  return (address + 7) & ~7U;
}

int main() {}
