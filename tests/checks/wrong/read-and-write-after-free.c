// expect: use-after-free at line 7, freed at line 6; use-after-free at line 8, freed at line 6
#include <stdlib.h>
int main(void) {
  int* one = malloc(sizeof(int));
  *one = 1;
  free(one);
  int two = *one;
  *one = two + 1;
  return 0;
}
