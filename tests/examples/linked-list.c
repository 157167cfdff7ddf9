#include <stdio.h>
#include <stdlib.h>

struct node {
  int value;
  struct node *next;
};

int main(void) {
  struct node *head = NULL;
  for (int i = 0; i < 1000; i++) {
    struct node *made = malloc(sizeof *made);
    if (!made) return 1;
    *made = (struct node){.value = i * i % 97, .next = head};
    head = made;
  }
  long sum = 0;
  while (head) {
    struct node *next = head->next;
    sum = (sum * 31 + head->value) % 1000003;
    free(head);
    head = next;
  }
  printf("%ld\n", sum);
  return 0;
}
