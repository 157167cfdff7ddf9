#include <stdio.h>
#include <stdlib.h>

static int depths[100];

static int fall(int n) {
  int local[4] = {n, n + 1, n + 2, n + 3};
  depths[n] = local[n % 4];
  if (n == 20) return 10 / (n - 20);
  return fall(n + 1) + local[0];
}

int main(void) {
  int* block = malloc(40);
  for (int i = 0; i < 10; i++) block[i] = i;
  printf("%d\n", block[3]);
  return fall(0);
}
