#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t pages_for(std::uint32_t bytes) {
  return static_cast<std::uint32_t>((std::uint64_t{bytes} + 65535) / 65536);
}

int main() {}
