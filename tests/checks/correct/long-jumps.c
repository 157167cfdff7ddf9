#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

static jmp_buf handler;
static int *volatile held;

static void parse(int depth, int fail_at) {
  if (depth == fail_at) longjmp(handler, depth + 1);
  if (depth < 6) parse(depth + 1, fail_at);
}

int main(void) {
  for (int fail_at = 0; fail_at < 8; fail_at += 3) {
    held = malloc(sizeof *held);
    const int failed = setjmp(handler);
    if (failed == 0) {
      *held = fail_at;
      parse(0, fail_at);
      printf("parsed %d\n", *held);
    } else {
      printf("failed at %d of %d\n", failed - 1, *held);
    }
    free(held);
  }
}
