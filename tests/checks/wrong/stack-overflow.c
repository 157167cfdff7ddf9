// expect: stack-overflow at line 7
#include <stdio.h>

static int deep(int n) {
  volatile int here[256];
  here[0] = n;
  if (n > 0) return deep(n - 1) + here[0];
  return 0;
}
static char data[300000];
int main(void) {
  data[5] = 1;
  printf("%d\n", deep(80) > 0);
  return 0;
}
