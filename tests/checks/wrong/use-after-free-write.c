// expect: use-after-free at line 9, freed at line 8
#include <stdlib.h>

int main(void) {
  int *numbers = malloc(4 * sizeof(int));
  if (numbers == NULL) return 1;
  numbers[0] = 1;
  free(numbers);
  numbers[1] = 2;
  return 0;
}
