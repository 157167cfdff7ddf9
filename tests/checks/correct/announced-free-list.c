// A first-fit free list in static data, with headers and neighbours joined.
#include <pagewise/allocator.h>
#include <stdio.h>
#include <string.h>

struct header {
  size_t size;
  struct header* next;
};

static _Alignas(8) char room[1024];
static struct header* first;

static struct header* split(struct header* from, size_t size) {
  struct header* rest = (struct header*)((char*)(from + 1) + size);
  rest->size = from->size - size - sizeof *rest;
  rest->next = from->next;
  from->size = size;
  return rest;
}

static void* take(size_t size) {
  size = (size + 7) & ~(size_t)7;
  if (!first) {
    first = (struct header*)room;
    first->size = sizeof room - sizeof *first;
    first->next = 0;
  }
  for (struct header** link = &first; *link; link = &(*link)->next) {
    struct header* found = *link;
    if (found->size < size) continue;
    *link = found->size >= size + sizeof *found + 8 ? split(found, size) : found->next;
    pagewise_allocated(found + 1, size);
    return found + 1;
  }
  return 0;
}

static void join(struct header* with) {
  while (with->next && (char*)(with + 1) + with->size == (char*)with->next) {
    with->size += with->next->size + sizeof *with;
    with->next = with->next->next;
  }
}

static void give(void* block) {
  if (!block) return;
  pagewise_released(block);
  struct header* of = (struct header*)block - 1;
  struct header** link = &first;
  while (*link && *link < of) link = &(*link)->next;
  of->next = *link;
  *link = of;
  join(first);
  for (struct header* each = first; each; each = each->next) join(each);
}

int main(void) {
  char* blocks[10];
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 10; ++i) {
      blocks[i] = take(8 + 8 * (size_t)i);
      memset(blocks[i], 'a' + i, 8);
    }
    for (int i = 0; i < 10; i += 2) give(blocks[i]);
    for (int i = 0; i < 10; i += 2) {
      blocks[i] = take(16);
      strcpy(blocks[i], "again");
    }
    printf("%.8s %s\n", blocks[9], blocks[8]);
    for (int i = 9; i >= 0; --i) give(blocks[i]);
  }
  printf("%p\n", take(2000));
  return 0;
}
