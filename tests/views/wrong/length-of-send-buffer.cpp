#include <cstdlib>
#include <emscripten.h>

// Keeps what it is sent, as a network library does.
extern "C" EMSCRIPTEN_KEEPALIVE unsigned char* reserve(int size) {
  return static_cast<unsigned char*>(std::malloc(size));
}

extern "C" EMSCRIPTEN_KEEPALIVE void work() {
  void* scratch = std::malloc(20 << 20);
  std::free(scratch);
}

int main() { return 0; }
