// Also by no page, and one that fails; what the new pages hold is written at once.
#include <stdio.h>

int main(void) {
  unsigned long before = __builtin_wasm_memory_grow(0, 3);
  volatile char* grown = (volatile char*)(before * 65536);
  for (int i = 0; i < 3 * 65536; i += 5000) grown[i] = (char)i;
  unsigned long same = __builtin_wasm_memory_grow(0, 0);
  unsigned long failed = __builtin_wasm_memory_grow(0, 60000);
  grown[3 * 65536 - 1] = 1;
  unsigned long again = __builtin_wasm_memory_grow(0, 1);
  *(volatile long long*)(grown + 3 * 65536 - 4) = -2;
  printf("%lu %lu %ld %lu\n", before, same, (long)failed, again);
}
