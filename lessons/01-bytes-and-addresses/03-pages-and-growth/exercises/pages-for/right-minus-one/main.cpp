#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t pages_for(std::uint32_t bytes) {
  return bytes == 0 ? 0 : (bytes - 1) / 65536 + 1;
}

int main() {}
