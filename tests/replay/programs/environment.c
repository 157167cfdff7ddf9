#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  setenv("COLOUR", "green", 1);
  setenv("COLOUR", "a longer colour", 1);
  putenv("KEPT=here");
  const char* home = getenv("HOME");
  printf("%s %s %zu\n", getenv("COLOUR"), getenv("KEPT"), home ? strlen(home) : 0);
  unsetenv("COLOUR");
  return getenv("COLOUR") != NULL;
}
