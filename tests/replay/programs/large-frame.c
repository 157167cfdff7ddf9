// A frame of many pieces of memory, of which only some bytes are written.
#include <stdio.h>

static int fill(int depth) {
  volatile char frame[14000];
  for (int i = depth; i < 14000; i += 997) frame[i] = (char)(i + depth);
  return depth == 0 ? frame[0] : fill(depth - 1) + frame[depth];
}

int main(void) { printf("%d\n", fill(3)); }
