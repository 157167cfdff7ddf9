#include <stdio.h>
#include <string.h>

union Number {
  float f;
  unsigned bits;
  unsigned char bytes[4];
};
struct Tagged {
  char tag;
  union {
    int i;
    double d;
    char s[12];
  } as;
};

int main(void) {
  union Number n = {.f = 1.0f};
  for (int i = 0; i < 4; i++) n.bytes[i] ^= (unsigned char)(1u << i);
  struct Tagged list[3] = {{'i', {.i = 4}}, {'d', {.d = 0.1}}, {'s', {.s = "word"}}};
  list[0].as.d = list[1].as.d * 2;
  memcpy(list[1].as.s, &n, sizeof n);
  printf("%08x %d %d\n", n.bits, list[0].as.i, list[1].as.s[3]);
}
