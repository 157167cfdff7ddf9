// The host grows memory in a call through a function pointer: no code of the program can know that it is an import.
#include <emscripten/heap.h>
#include <stdio.h>

static bool (*volatile grow)(size_t) = emscripten_resize_heap;

int main(void) {
  unsigned long end = __builtin_wasm_memory_size(0) * 65536;
  bool grown = grow(end + 100000);
  *(volatile int*)end = 77;
  *(volatile short*)(end + 65535) = 3;
  printf("%d %lu\n", grown, __builtin_wasm_memory_size(0));
}
