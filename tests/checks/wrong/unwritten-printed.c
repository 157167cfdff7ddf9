// expect: uninitialised-read at line 8, allocated at line 6
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  int *number = malloc(sizeof(int));
  if (!number) return 1;
  printf("%d\n", *number);
  free(number);
  return 0;
}
