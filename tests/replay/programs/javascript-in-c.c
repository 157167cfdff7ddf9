// JavaScript in a C file writes by the glue's views, by its own, calls back, grows memory, and throws.
#include <emscripten.h>
#include <stdio.h>
#include <stdlib.h>

EM_JS(void, fill, (int* numbers, int count), {
  // squares
  for (let i = 0; i < count; ++i) {
    HEAP32[(numbers >> 2) + i] = i * i; /* the square */
  }
  const view = new Uint8Array(HEAP8.buffer, numbers, 4);
  view.set([7, 8], 1);
});

EM_JS(int, ask_twice, (int value), { return _twice(_twice(value)); });

static int calls;

EMSCRIPTEN_KEEPALIVE int twice(int value) {
  calls++;
  return value * 2;
}

int main(void) {
  int numbers[4] = {0};
  fill(numbers, 4);
  int* far = malloc(100000);
  EM_ASM({
    const at = $0 >> 2;
    HEAP32[at] = 5;
    wasmMemory.grow(1);
    new Int32Array(wasmMemory.buffer)[at + 1] = 6;
  }, far);
  int sum = EM_ASM_INT({
    const add = (a, b) => a + b;
    return Array.of($0, $1).reduce(add, 1);
  }, far[0], far[1]);
  printf("%d %d %d %d %d\n", numbers[0], numbers[3], sum, ask_twice(3), calls);
  free(far);
  return 0;
}
