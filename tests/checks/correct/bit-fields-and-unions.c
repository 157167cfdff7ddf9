#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct flags {
  unsigned ready : 1, mode : 3;
  int level : 5;
  unsigned : 0;
  unsigned late : 7;
};
union number {
  float real;
  uint32_t bits;
  uint8_t bytes[4];
};
struct tagged {
  enum { whole, real, word } kind;
  union {
    int as_int;
    double as_double;
    char as_text[12];
  };
};

static void show(const struct tagged *of) {
  switch (of->kind) {
    case whole: printf("%d ", of->as_int); break;
    case real: printf("%g ", of->as_double); break;
    case word: printf("%s ", of->as_text); break;
  }
}

int main(void) {
  struct flags *flags = malloc(sizeof *flags);
  flags->ready = 1;
  flags->mode = 5;
  flags->level = -3;
  flags->late = 99;
  printf("%u %u %d %u\n", flags->ready, flags->mode, flags->level, flags->late);
  struct flags copy = *flags;
  copy.mode ^= 7;
  printf("%u\n", copy.mode);
  union number *number = malloc(sizeof *number);
  number->real = 1.5f;
  printf("%08x %02x\n", number->bits, number->bytes[3]);
  struct tagged *all = malloc(3 * sizeof *all);
  all[0].kind = whole;
  all[0].as_int = 7;
  all[1].kind = real;
  all[1].as_double = 2.5;
  all[2].kind = word;
  strcpy(all[2].as_text, "text");
  struct tagged *moved = malloc(3 * sizeof *moved);
  memcpy(moved, all, 3 * sizeof *moved);
  for (int i = 0; i < 3; ++i) show(&moved[i]);
  free(moved);
  free(all);
  free(number);
  free(flags);
}
