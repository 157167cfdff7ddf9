#include <stdio.h>

int done[8];

static void work(int n) {
  char frame[16];
  snprintf(frame, sizeof frame, "n=%d", n);
  done[n] = frame[2];
  if (n == 3) {
    __builtin_trap();
  }
  if (n < 6) work(n + 1);
}

int main(void) { work(0); }
