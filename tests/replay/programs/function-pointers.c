#include <stdio.h>

typedef int (*operation)(int, int);
static int add(int a, int b) { return a + b; }
static int subtract(int a, int b) { return a - b; }
static int times(int a, int b) { return a * b; }
static operation table[3] = {add, subtract, times};

int main(void) {
  int results[9];
  for (int i = 0; i < 9; i++) {
    results[i] = table[i % 3](i, i + 2);
    operation kept = table[0];
    table[0] = table[1];
    table[1] = kept;
  }
  printf("%d %d\n", results[4], results[8]);
}
