// exit: 3
#include <stdio.h>

int main(void) {
  printf("no newline at the end");
  return 3;
}
