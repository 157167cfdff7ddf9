#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t pages_for(std::uint32_t bytes) {
  return (bytes >> 16) + ((bytes & 0xFFFF) != 0 ? 1 : 0);
}

int main() {}
