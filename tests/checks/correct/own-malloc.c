#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
typedef struct header {
  size_t size;
  struct header* next;
  int is_free;
} header;
static header* first;
void* malloc(size_t size) {
  size = (size + 15) & ~(size_t)15;
  for (header* h = first; h; h = h->next)
    if (h->is_free && h->size >= size) {
      h->is_free = 0;
      return h + 1;
    }
  header* h = sbrk((ptrdiff_t)(sizeof(header) + size));
  if (h == (void*)-1) return NULL;
  h->size = size;
  h->is_free = 0;
  h->next = first;
  first = h;
  return h + 1;
}
void free(void* p) {
  if (p) ((header*)p - 1)->is_free = 1;
}
void* calloc(size_t n, size_t size) {
  void* p = malloc(n * size);
  if (p) memset(p, 0, n * size);
  return p;
}
void* realloc(void* p, size_t size) {
  void* q = malloc(size);
  if (p && q) {
    size_t old = ((header*)p - 1)->size;
    memcpy(q, p, old < size ? old : size);
    free(p);
  }
  return q;
}
static void show(void) {
  int n = 0;
  size_t total = 0;
  for (header* h = first; h; h = h->next) {
    n++;
    total += h->size;
    if (h->is_free) total++;
  }
  printf("%d blocks, %d\n", n, (int)total);
}
int main(void) {
  char* a = malloc(10);
  char* b = malloc(100);
  strcpy(a, "abc");
  strcpy(b, a);
  show();
  free(a);
  show();
  a = malloc(5);
  strcpy(a, "xyz");
  show();
  printf("%s %s\n", a, b);
  b = realloc(b, 300);
  show();
  free(b);
  free(a);
  show();
  int* c = calloc(4, 4);
  printf("%d\n", c[2]);
  free(c);
  return 0;
}
