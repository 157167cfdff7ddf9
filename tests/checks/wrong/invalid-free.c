// expect: invalid-free at line 9
#include <stdlib.h>

static int numbers[64];

int main(void) {
  int *middle = numbers + 8;
  *middle = 1;
  free(middle);
  return 0;
}
