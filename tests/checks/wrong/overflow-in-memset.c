// expect: heap-overflow at line 8, allocated at line 6
#include <stdlib.h>
#include <string.h>

int main(void) {
  double *table = malloc(100 * sizeof(double));
  if (!table) return 1;
  memset(table, 0, 101 * sizeof(double));
  free(table);
  return 0;
}
