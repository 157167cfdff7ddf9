// fails: call ensure(2000000) = 31
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>
extern "C" EMSCRIPTEN_KEEPALIVE std::size_t ensure(std::size_t bytes) {
  if (bytes > 700000) return 0;
  if (__builtin_wasm_memory_size(0) < 10 && bytes > 262144) __builtin_wasm_memory_grow(0, 6);
  return __builtin_wasm_memory_size(0);
}

// Does the memory have as many pages as `ensure` says?
extern "C" EMSCRIPTEN_KEEPALIVE bool says_true(std::size_t bytes) {
  return ensure(bytes) == __builtin_wasm_memory_size(0);
}

int main() {
  std::printf("%zu\n", ensure(100));
  std::printf("%zu\n", ensure(600'000));
  std::printf("%zu\n", ensure(600'000));
}
