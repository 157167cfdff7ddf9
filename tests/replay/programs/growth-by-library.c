#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char* blocks[12];
  for (int i = 0; i < 12; i++) {
    blocks[i] = malloc((size_t)(i + 1) * 30000);
    memset(blocks[i], i, (size_t)(i + 1) * 30000);
  }
  for (int i = 0; i < 12; i += 2) free(blocks[i]);
  char* zero = calloc(500, 900);
  printf("%d %d\n", zero[1234], blocks[11][100]);
  printf("%p\n", malloc(3000000000u));
}
