// fails: call pages_for(4294967295) = 65536
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t pages_for(std::uint32_t bytes) {
  return (bytes + 65535) / 65536;
}

int main() {}
