#include <stdio.h>

static char sieve[3000000];

int main(void) {
  int count = 0;
  for (int i = 2; i < 3000000; i++) {
    if (sieve[i]) continue;
    count++;
    for (long j = (long)i * 2; j < 3000000; j += i) sieve[j] = 1;
  }
  printf("%d\n", count);
  return 0;
}
