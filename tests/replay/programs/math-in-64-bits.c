#include <inttypes.h>
#include <stdio.h>

static int64_t values[20];
static uint64_t bits[20];

int main(void) {
  int64_t a = 1, b = -7;
  for (int i = 0; i < 20; i++) {
    values[i] = a * b + (a << (i % 40)) - b / (i + 1) + a % (i + 3);
    bits[i] = (uint64_t)values[i] >> i ^ (uint64_t)__builtin_popcountll((uint64_t)a) << 33 | (uint64_t)__builtin_clzll((uint64_t)a | 1);
    a = a * 6364136223846793005 + 1442695040888963407;
    b -= values[i];
  }
  __int128 wide = (__int128)a * b;
  printf("%" PRId64 " %" PRIu64 " %" PRId64 "\n", values[19], bits[19], (int64_t)(wide >> 64));
}
