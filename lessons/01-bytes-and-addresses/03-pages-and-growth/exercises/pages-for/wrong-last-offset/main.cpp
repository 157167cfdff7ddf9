// fails: call pages_for(65536) = 1
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t pages_for(std::uint32_t bytes) {
  const std::uint32_t whole = bytes / 65535;
  return bytes % 65535 == 0 ? whole : whole + 1;
}

int main() {}
