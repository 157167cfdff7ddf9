// A pool with a free list over a block from malloc.
#include <pagewise/allocator.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

union slot {
  union slot* next;
  char bytes[24];
};
struct pool {
  union slot* slots;
  union slot* free;
};

static void pool_open(struct pool* pool, int count) {
  pool->slots = malloc(sizeof(union slot) * count);
  pool->free = 0;
  for (int i = 0; i < count; ++i) {
    pool->slots[i].next = pool->free;
    pool->free = &pool->slots[i];
  }
}
static void* pool_take(struct pool* pool) {
  union slot* slot = pool->free;
  if (!slot) return 0;
  pool->free = slot->next;
  pagewise_allocated(slot, sizeof *slot);
  return slot;
}
static void pool_give(struct pool* pool, void* block) {
  union slot* slot = block;
  pagewise_released(slot);
  slot->next = pool->free;
  pool->free = slot;
}

int main(void) {
  struct pool pool;
  pool_open(&pool, 4);
  char* a = pool_take(&pool);
  strcpy(a, "one");
  char* b = pool_take(&pool);
  strcpy(b, "two");
  pool_give(&pool, a);
  char* c = pool_take(&pool);
  strcpy(c, "three");
  printf("%s %s\n", b, c);
  pool_give(&pool, b);
  pool_give(&pool, c);
  free(pool.slots);
  return 0;
}
