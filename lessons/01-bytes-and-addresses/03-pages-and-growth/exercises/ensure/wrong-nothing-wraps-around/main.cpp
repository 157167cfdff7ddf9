// fails: call ensure(0) = 46
#include <cstddef>
#include <cstdio>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t ensure(std::size_t bytes) {
  const std::size_t now = __builtin_wasm_memory_size(0);
  const std::size_t needed = (bytes - 1) / 65536 + 1;
  if (needed <= now) return now;
  return __builtin_wasm_memory_grow(0, needed - now) == static_cast<std::size_t>(-1) ? 0 : needed;
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
