// fails: call ensure(4294967295) = 0
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>
extern "C" EMSCRIPTEN_KEEPALIVE std::size_t ensure(std::size_t bytes) {
  std::size_t needed = (bytes + 65535) / 65536;
  std::size_t now = __builtin_wasm_memory_size(0);
  if (needed <= now) return now;
  if (__builtin_wasm_memory_grow(0, needed - now) == -1ul) return 0;
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
