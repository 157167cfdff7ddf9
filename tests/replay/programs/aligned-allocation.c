#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  unsigned sum = 0;
  for (size_t alignment = 8; alignment <= 4096; alignment *= 2) {
    char* block = aligned_alloc(alignment, alignment * 2);
    memset(block, (int)alignment, alignment * 2);
    void* other = NULL;
    posix_memalign(&other, alignment, 24);
    sum += (uintptr_t)block % alignment + (uintptr_t)other % alignment;
    free(other);
    if (alignment % 3) free(block);
  }
  printf("%u\n", sum);
}
