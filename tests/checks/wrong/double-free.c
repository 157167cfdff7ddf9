// expect: double-free at line 14, freed at line 12
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *name = malloc(40);
  char *other = malloc(40);
  if (!name || !other) return 1;
  strcpy(name, "first");
  puts(name);
  free(name);
  free(other);
  free(name);
  return 0;
}
