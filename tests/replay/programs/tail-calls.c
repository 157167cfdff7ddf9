// With real tail calls: a frame ends before the next begins.
#include <stdio.h>

static unsigned visited[3];
#if __has_attribute(musttail)
#define TAIL __attribute__((musttail))
#else
#define TAIL
#endif
#define FAST __attribute__((target("tail-call"), noinline)) static int

FAST odd(int n, int sum);
FAST even(int n, int sum) {
  visited[0]++;
  if (n == 0) return sum;
  TAIL return odd(n - 1, sum + n);
}
FAST odd(int n, int sum) {
  visited[1]++;
  if (n == 0) return -sum;
  TAIL return even(n - 1, sum - 1);
}
typedef int (*step)(int, int);
static step volatile chosen = even;
FAST through(int n, int sum) {
  visited[2]++;
  step next = chosen;
  TAIL return next(n, sum);
}

int main(void) { printf("%d %d %u\n", through(50, 0), through(7, 3), visited[1]); }
