#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person {
  char name[13];
  unsigned char age;
  double size;
};

static int by_name(const void *a, const void *b) { return strcmp(((const struct person *)a)->name, ((const struct person *)b)->name); }
static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
static int by_number(const void *a, const void *b) { return (*(const int *)a > *(const int *)b) - (*(const int *)a < *(const int *)b); }

int main(void) {
  struct person *people = malloc(30 * sizeof *people);
  for (int i = 0; i < 30; ++i) {
    snprintf(people[i].name, sizeof people[i].name, "name%d", i * 7 % 30);
    people[i].age = (unsigned char)(20 + i);
    people[i].size = 1.5 + i / 100.0;
  }
  qsort(people, 30, sizeof *people, by_name);
  const struct person key = {.name = "name12"};
  const struct person *found = bsearch(&key, people, 30, sizeof *people, by_name);
  printf("%s %d %.2f\n", found->name, found->age, found->size);
  char *words[] = {strdup("pear"), strdup("fig"), strdup("apple"), strdup("kiwi"), strdup("banana of some length")};
  qsort(words, 5, sizeof *words, by_text);
  for (int i = 0; i < 5; ++i) {
    for (char *at = words[i]; *at; ++at) *at = (char)toupper((unsigned char)*at);
    printf("%s %zu %s\n", words[i], strlen(words[i]), strchr(words[i], 'A') ? "has A" : "");
    free(words[i]);
  }
  int *numbers = malloc(100 * sizeof *numbers);
  for (int i = 0; i < 100; ++i) numbers[i] = i * 37 % 100;
  qsort(numbers, 100, sizeof *numbers, by_number);
  printf("%d %d\n", numbers[0], numbers[99]);
  free(numbers);
  free(people);
}
