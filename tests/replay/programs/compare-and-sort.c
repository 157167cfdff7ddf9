#include <stdio.h>
#include <stdlib.h>

static int comparisons;
static int by_value(const void* a, const void* b) {
  comparisons++;
  return *(const int*)a - *(const int*)b;
}

int main(void) {
  int numbers[60];
  unsigned seed = 1;
  for (int i = 0; i < 60; i++) numbers[i] = (int)((seed = seed * 1103515245 + 12345) >> 20);
  qsort(numbers, 60, sizeof *numbers, by_value);
  int key = numbers[17];
  int* found = bsearch(&key, numbers, 60, sizeof *numbers, by_value);
  printf("%d %d\n", (int)(found - numbers), comparisons);
}
