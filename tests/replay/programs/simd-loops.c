// What the vectoriser makes of loops, where it may use SIMD.
#include <stdio.h>

static float a[300], b[300];
static short s[300];
static unsigned char u[300];

__attribute__((target("simd128"), noinline)) void work(float by) {
  for (int i = 0; i < 300; i++) a[i] = b[i] * by + a[i];
  for (int i = 0; i < 300; i++) s[i] = (short)(s[i] + u[i] * 3);
  for (int i = 0; i < 299; i++) u[i] = (unsigned char)(u[i + 1] + 7);
}

int main(void) {
  for (int i = 0; i < 300; i++) b[i] = (float)i;
  for (int turn = 0; turn < 4; turn++) work(0.25f + (float)turn);
  printf("%g %d %d\n", (double)a[299], s[120], u[3]);
}
