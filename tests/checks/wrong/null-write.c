// expect: null-page at line 10
#include <stdio.h>

struct node {
  int key;
  struct node *next;
};
static struct node *find(struct node *list, int key) {
  while (list && list->key != key) list = list->next;
  list->key = 0;
  return list;
}
int main(void) {
  struct node only = {1, NULL};
  find(&only, 2);
  puts("done");
  return 0;
}
