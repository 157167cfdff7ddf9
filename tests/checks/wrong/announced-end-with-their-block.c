// expect: use-after-free at line 9, freed at line 8
#include <pagewise/allocator.h>
#include <stdlib.h>
int main(void) {
  char* room = malloc(64);
  char* inner = room + 16;
  pagewise_allocated(inner, 16);
  free(room);
  inner[3] = 1;
  return 0;
}
