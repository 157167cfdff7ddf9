#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct flags {
  unsigned low : 3, middle : 5, high : 8;
};

int main(void) {
  union {
    uint32_t word;
    uint8_t bytes[4];
  } both = {.word = 0x01020304};
  for (int i = 0; i < 4; i++) printf("%d ", both.bytes[i]);
  struct flags flags = {5, 17, 200};
  printf("%u %u %u\n", flags.low, flags.middle, flags.high);
  float f = 1.5f;
  uint32_t pattern;
  memcpy(&pattern, &f, sizeof pattern);
  printf("%08x %d\n", pattern, __builtin_popcount(pattern));
  return 0;
}
