#include <cstdlib>
#include <emscripten.h>

// What scripts of these tests use: blocks, numbers in them, and work that needs much memory.
extern "C" {

EMSCRIPTEN_KEEPALIVE void* reserve(int bytes) {
  return std::malloc(bytes);
}

EMSCRIPTEN_KEEPALIVE void release(void* block) {
  std::free(block);
}

EMSCRIPTEN_KEEPALIVE void work() {
  void* scratch = std::malloc(20 << 20);
  std::free(scratch);
}

EMSCRIPTEN_KEEPALIVE float sum(const float* values, int count) {
  float all = 0;
  for (int i = 0; i < count; ++i) all += values[i];
  return all;
}

int table[4] = {10, 20, 30, 40};

EMSCRIPTEN_KEEPALIVE int* numbers() {
  return table;
}

EMSCRIPTEN_KEEPALIVE int index_of(int value) {
  for (int i = 0; i < 4; ++i) {
    if (table[i] == value) return i;
  }
  return -1;
}

EMSCRIPTEN_KEEPALIVE int grow_by(int pages) {
  return static_cast<int>(__builtin_wasm_memory_grow(0, pages));
}
}

int main() { return 0; }
