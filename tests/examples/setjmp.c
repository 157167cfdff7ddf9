#include <setjmp.h>
#include <stdio.h>

static jmp_buf back;

static void deep(int level) {
  if (level == 0) longjmp(back, 5);
  deep(level - 1);
}

int main(void) {
  int code = setjmp(back);
  if (code == 0) deep(10);
  printf("%d\n", code);
  return 0;
}
