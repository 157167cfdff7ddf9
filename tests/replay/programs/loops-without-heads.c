// Loops that begin with their body's first line: each turn steps through it.
#include <stdio.h>

static int left = 2;

static int take(void) { return left-- > 0; }

int main(void) {
  while (1) {
    if (!take()) break;
  }
  int n = 2;
  do {
    n--;
    putchar('a' + n);
  } while (n > 0);
again:
  n++;
  if (n < 3) goto again;
  for (;;) {
    for (;;) {
      n--;
      if (n % 2 == 0) break;
    }
    if (n == 0) break;
  }
  putchar('\n');
}
