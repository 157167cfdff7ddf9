// expect: double-free at line 21, freed at line 20
#include <pagewise/allocator.h>
#include <stddef.h>

static char room[256];
static size_t used;

static void* take(size_t size) {
  void* block = room + used;
  used += size;
  pagewise_allocated(block, size);
  return block;
}
static void give(void* block) { pagewise_released(block); }

int main(void) {
  char* one = take(16);
  char* two = take(16);
  give(two);
  give(one);
  give(one);
  return 0;
}
