// exit: 42
#include <stdio.h>
#include <stdlib.h>

static void first(void) { puts("registered first, runs last"); }
static void second(void) { printf("registered last, runs first\n"); }

static void leave(void) {
  printf("leaving");
  exit(42);
}

int main(void) {
  atexit(first);
  atexit(second);
  leave();
  return 0;
}
