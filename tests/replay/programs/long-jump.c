// Out of nested calls, out of a callback, and back into the same place again and again.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

static jmp_buf place, other;
static int seen[8];

static void leave(int n) {
  int frame[20];
  frame[n] = n;
  seen[n] = frame[n];
  if (n == 5) longjmp(place, n + 1);
  leave(n + 1);
}
static int compare(const void* a, const void* b) {
  if (*(const int*)a == 4) longjmp(other, 9);
  return *(const int*)a - *(const int*)b;
}

int main(void) {
  volatile int turns = 0;
  int how = setjmp(place);
  turns++;
  if (turns < 4) leave(turns);
  int numbers[] = {6, 4, 2, 8};
  int again = setjmp(other);
  if (again == 0) qsort(numbers, 4, sizeof(int), compare);
  printf("%d %d %d %d\n", how, turns, again, seen[3]);
}
