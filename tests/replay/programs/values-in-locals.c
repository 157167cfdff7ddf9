// Parameters that optimised code keeps in Wasm locals, of one word and of two.
#include <stdio.h>

__attribute__((noinline)) static long long scaled(int count, long long step) {
  printf("%d\n", count);
  long long sum = step * count;
  printf("%lld\n", sum);
  return sum + step;
}

int main(void) {
  volatile int three = 3;
  volatile long long step = 5000000000LL;
  return (int)(scaled(three, step) % 7);
}
