// expect: leak at line 9, overwritten at line 22
#include <stdlib.h>

struct link {
  struct link *before, *after;
};

static struct link *single(void) {
  struct link *made = malloc(sizeof *made);
  if (!made) abort();
  made->before = made->after = made;
  return made;
}

int main(void) {
  struct link *ring = single();
  struct link *second = single();
  second->before = second->after = ring;
  ring->before = ring->after = second;
  struct link *walk = ring->after->after;
  ring = second = NULL;
  walk = NULL;
  return walk != NULL;
}
