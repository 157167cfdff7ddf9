// Stores of each width and from each type of value, aligned and not.
#include <stdint.h>
#include <stdio.h>

static volatile struct __attribute__((packed)) {
  uint8_t a;
  uint16_t b;
  uint32_t c;
  uint64_t d;
  float e;
  double f;
  int8_t g[3];
} packed;
static volatile uint8_t bytes[8];
static volatile uint16_t halves[4];
static volatile uint32_t words[4];

int main(void) {
  uint64_t wide = 0x1122334455667788;
  for (int i = 0; i < 8; i++) {
    packed.a = (uint8_t)i;
    packed.b = (uint16_t)(wide >> i);
    packed.c = (uint32_t)(wide >> (2 * i));
    packed.d = wide *= 3;
    packed.e = (float)i / 3;
    packed.f = packed.f * 2 + 1;
    packed.g[i % 3] = (int8_t)-i;
    bytes[i] = (uint8_t)wide;
    halves[i % 4] = (uint16_t)wide;
    words[i % 4] = (uint32_t)wide;
  }
  printf("%d %g %u\n", packed.b, packed.f, words[3]);
}
