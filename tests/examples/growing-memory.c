#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  size_t size = 1 << 10;
  char *bytes = malloc(size);
  if (!bytes) return 1;
  memset(bytes, 'a', size);
  while (size < (8u << 20)) {
    char *more = realloc(bytes, size * 2);
    if (!more) return 2;
    memset(more + size, 'a' + (int)(size % 25), size);
    bytes = more;
    size *= 2;
  }
  unsigned hash = 0;
  for (size_t i = 0; i < size; i++) hash = hash * 31 + (unsigned char)bytes[i];
  printf("%zu %u\n", size, hash);
  free(bytes);
  return 0;
}
