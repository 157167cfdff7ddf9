#include <stdio.h>

struct Flags {
  unsigned ready : 1, kind : 3, count : 12;
  signed change : 5;
  unsigned long long wide : 40;
};

int main(void) {
  struct Flags flags[3] = {{0}};
  for (int i = 0; i < 30; i++) {
    struct Flags* f = &flags[i % 3];
    f->ready ^= 1;
    f->kind = (unsigned)i & 7;
    f->count += 100;
    f->change = i % 2 ? -i / 2 : i / 2;
    f->wide = f->wide * 3 + (unsigned)i;
  }
  printf("%d %d %d %d %llu\n", flags[1].ready, flags[1].kind, flags[2].count, flags[0].change, (unsigned long long)flags[2].wide);
}
