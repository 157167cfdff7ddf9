// fails: call pages_for(0) = 0
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t pages_for(std::uint32_t bytes) {
  if (bytes <= 65536) return 1;
  const std::uint32_t whole = bytes / 65536;
  return bytes % 65536 == 0 ? whole : whole + 1;
}

int main() {}
