#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b) {
  int left = *(const int *)a, right = *(const int *)b;
  return (left > right) - (left < right);
}

int main(void) {
  int values[100];
  unsigned seed = 7;
  for (int i = 0; i < 100; i++) {
    seed = seed * 1103515245u + 12345u;
    values[i] = (int)(seed >> 16) % 1000;
  }
  qsort(values, 100, sizeof *values, compare);
  int key = values[50];
  int *found = bsearch(&key, values, 100, sizeof *values, compare);
  printf("%d %d %d\n", values[0], values[99], found && *found == key);
  return 0;
}
