// fails: call says_true(3000000) = 1
#include <cstddef>
#include <cstdio>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t ensure(std::size_t bytes) {
  const std::size_t needed = bytes / 65536 + (bytes % 65536 == 0 ? 0 : 1);
  if (needed <= 4) return 4;
  if (needed > 64) return 0;
  if (__builtin_wasm_memory_size(0) == 4) __builtin_wasm_memory_grow(0, 6);
  return needed;
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
