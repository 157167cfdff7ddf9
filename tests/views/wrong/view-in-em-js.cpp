#include <cstdlib>
#include <emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE void* room(int bytes) { return std::malloc(bytes); }

EM_JS(int, header, (const unsigned* from), {
  const view = new DataView(HEAP8.buffer);
  const copy = _room(20 << 20);
  HEAPU8[copy] = 1;
  return view.getUint32(from, true);
});

unsigned numbers[1] = {42};

extern "C" EMSCRIPTEN_KEEPALIVE int read() { return header(numbers); }

int main() { return 0; }
