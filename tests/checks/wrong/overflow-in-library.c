// expect: heap-overflow at line 9, allocated at line 7
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *copy = malloc(5);
  if (!copy) return 1;
  strcpy(copy, "hello");
  puts(copy);
  free(copy);
  return 0;
}
