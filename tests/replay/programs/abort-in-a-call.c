#include <stdio.h>
#include <stdlib.h>

static int calls;
static int check(int n) {
  calls++;
  if (n > 4) abort();
  return check(n + 1) + 1;
}

int main(void) {
  puts("begin");
  return check(0);
}
