// fails: call pages_for(0) = 0
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t pages_for(std::uint32_t bytes) {
  return (bytes - 1) / 65536 + 1;
}

int main() {}
