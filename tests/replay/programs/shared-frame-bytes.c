// Optimised, `second` lies in the bytes of `first`, which is over by then: until its declaration it is not there.
#include <stdio.h>

struct row {
  int values[8];
};

__attribute__((noinline)) static void fill(struct row *row, int by) {
  for (int i = 0; i < 8; i++) row->values[i] = by + i;
}

int main(void) {
  {
    struct row first;
    fill(&first, 7);
    printf("%d\n", first.values[3]);
  }
  struct row second;
  fill(&second, 9);
  printf("%d\n", second.values[3]);
  return 0;
}
