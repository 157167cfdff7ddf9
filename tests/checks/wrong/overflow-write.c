// expect: heap-overflow at line 8, allocated at line 5
#include <stdlib.h>

int main(void) {
  int *squares = malloc(10 * sizeof(int));
  if (!squares) return 1;
  for (int i = 0; i <= 10; i++)
    squares[i] = i * i;
  free(squares);
  return 0;
}
