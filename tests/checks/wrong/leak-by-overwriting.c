// expect: leak at line 7, overwritten at line 7
#include <stdlib.h>

int main(void) {
  int *last = NULL;
  for (int i = 0; i < 3; ++i) {
    last = malloc(8);
    if (!last) return 1;
    *last = i;
  }
  int *kept = last;
  last = NULL;
  free(kept);
}
