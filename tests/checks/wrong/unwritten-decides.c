// expect: uninitialised-read at line 9, allocated at line 6
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  int *flags = malloc(4 * sizeof(int));
  if (!flags) return 1;
  flags[0] = 1;
  if (flags[2] == 0) puts("not set");
  free(flags);
  return 0;
}
