// input: first line|second line|last without newline
#include <stdio.h>
#include <string.h>

int main(void) {
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    printf("[%s] %zu\n", line, strlen(line));
  }
  return feof(stdin) ? 0 : 1;
}
