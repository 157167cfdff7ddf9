#include <emscripten/bind.h>
#include <vector>

using namespace emscripten;

std::vector<unsigned char> output(16);

val bytes() { return val(typed_memory_view(output.size(), output.data())); }

void write_data() {
  std::vector<unsigned char> scratch;
  scratch.reserve(20 << 20);
  for (int i = 0; i < 16; ++i) output[i] = static_cast<unsigned char>(i);
}

EMSCRIPTEN_BINDINGS(output) {
  function("bytes", &bytes);
  function("writeData", &write_data);
}
