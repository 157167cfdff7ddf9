#include <stdio.h>

static unsigned memo[40];
static unsigned fibonacci(int n) {
  if (n < 2) return (unsigned)n;
  if (memo[n]) return memo[n];
  return memo[n] = fibonacci(n - 1) + fibonacci(n - 2);
}
static int ackermann(int m, int n) {
  return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}
static void hanoi(int n, char from, char to, char by, int* moves) {
  if (n == 0) return;
  hanoi(n - 1, from, by, to, moves);
  ++*moves;
  hanoi(n - 1, by, to, from, moves);
}

int main(void) {
  int moves = 0;
  hanoi(5, 'a', 'b', 'c', &moves);
  printf("%u %d %d\n", fibonacci(39), ackermann(2, 3), moves);
}
