// expect: leak at line 23
#include <pagewise/allocator.h>
#include <stdlib.h>

struct pool {
  char* room;
  size_t used;
};

static void* take(struct pool* pool, size_t size) {
  void* block = pool->room + pool->used;
  pool->used += size;
  pagewise_allocated(block, size);
  return block;
}
static void give(void* block) { pagewise_released(block); }

static struct pool pool;

int main(void) {
  pool.room = malloc(256);
  int* kept = take(&pool, 16);
  int* lost = take(&pool, 16);
  *kept = *lost = 1;
  give(kept);
  lost = NULL;
  return 0;
}
