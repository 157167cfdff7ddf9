// expect: leak at line 10, ended at line 19
#include <stdio.h>
#include <stdlib.h>

struct node {
  int key;
  struct node *next;
};
static struct node *push(struct node *next, int key) {
  struct node *made = malloc(sizeof *made);
  if (!made) abort();
  *made = (struct node){key, next};
  return made;
}
int main(void) {
  struct node *list = NULL;
  for (int i = 0; i < 3; i++) list = push(list, i);
  printf("%d\n", list->key);
  return 0;
}
