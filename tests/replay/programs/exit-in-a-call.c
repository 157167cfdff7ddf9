#include <stdio.h>
#include <stdlib.h>

static int depth;
static void bye(void) { printf("depth %d\n", depth); }
static void down(int n) {
  char frame[100];
  frame[n] = (char)n;
  depth = n;
  if (n == 10) exit(frame[n]);
  down(n + 1);
}

int main(void) {
  atexit(bye);
  printf("no newline");
  down(0);
}
