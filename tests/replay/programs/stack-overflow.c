// The shadow stack runs down into what lies below it, until memory ends.
#include <stdio.h>

static char low[64] = "data below the stack";
static int fall(volatile int* above, int n) {
  volatile int frame[2000];
  frame[n % 2000] = n;
  int below = fall(frame, n + 1);
  return below + above[n % 2000] + frame[0];
}

int main(void) {
  puts(low);
  volatile int frame[2000];
  return fall(frame, 0);
}
