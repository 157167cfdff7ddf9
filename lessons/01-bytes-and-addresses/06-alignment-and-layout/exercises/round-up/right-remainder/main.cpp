#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t align_up(std::uint32_t address, std::uint32_t alignment) {
  const std::uint32_t rest = address % alignment;
  return rest == 0 ? address : address + alignment - rest;
}

int main() {}
