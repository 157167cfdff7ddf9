// expect: use-after-free at line 11, freed at line 8
#include <stdlib.h>

int main(void) {
  int *first = malloc(4 * sizeof(int));
  char *between = malloc(16);
  if (!first || !between) return 1;
  int *more = realloc(first, 400 * sizeof(int));
  if (!more) return 1;
  more[0] = 5;
  first[0] = 6;
  free(more);
  free(between);
  return 0;
}
