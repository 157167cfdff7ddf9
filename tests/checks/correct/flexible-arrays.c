#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
  size_t length, room;
  char bytes[];
};

static struct text *append(struct text *to, const char *more) {
  const size_t count = strlen(more);
  const size_t length = to ? to->length : 0;
  if (!to || length + count + 1 > to->room) {
    const size_t room = (length + count + 1) * 2;
    to = realloc(to, sizeof *to + room);
    if (!to) abort();
    to->room = room;
  }
  memcpy(to->bytes + length, more, count + 1);
  to->length = length + count;
  return to;
}

struct matrix {
  int rows, columns;
  double cells[];
};

int main(void) {
  struct text *text = NULL;
  for (int i = 0; i < 20; ++i) text = append(text, i % 3 ? "ab" : "word ");
  printf("%s %zu\n", text->bytes, text->length);
  struct matrix *unit = calloc(1, offsetof(struct matrix, cells) + 9 * sizeof(double));
  unit->rows = unit->columns = 3;
  for (int i = 0; i < 3; ++i) unit->cells[i * 4] = 1;
  double trace = 0;
  for (int i = 0; i < 9; ++i) trace += unit->cells[i];
  printf("%g\n", trace);
  free(unit);
  free(text);
}
