#include <stdio.h>

static unsigned ackermann(unsigned m, unsigned n) {
  if (m == 0) return n + 1;
  if (n == 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

static void hanoi(int n, char from, char to, char by, int *moves) {
  if (n == 0) return;
  hanoi(n - 1, from, by, to, moves);
  ++*moves;
  hanoi(n - 1, by, to, from, moves);
}

int main(void) {
  int moves = 0;
  hanoi(10, 'a', 'c', 'b', &moves);
  printf("%u %d\n", ackermann(2, 3), moves);
  return 0;
}
