#include <cstdlib>
#include <emscripten/bind.h>

using namespace emscripten;

val picture(int size) {
  auto* values = static_cast<float*>(std::calloc(size, sizeof(float)));
  return val(typed_memory_view(static_cast<std::size_t>(size), values));
}

EMSCRIPTEN_BINDINGS(pictures) { function("picture", &picture); }
