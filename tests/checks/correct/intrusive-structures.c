#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct link { struct link *before, *after; };
struct job { int number; struct link in_list; char name[10]; };
#define job_of(link) ((struct job *)((char *)(link) - offsetof(struct job, in_list)))

static void insert(struct link *at, struct link *what) {
  what->before = at;
  what->after = at->after;
  at->after->before = what;
  at->after = what;
}
static void unlink_it(struct link *what) {
  what->before->after = what->after;
  what->after->before = what->before;
}

struct map { char **keys; int *values; size_t room, count; };

static size_t slot_of(const struct map *in, const char *key) {
  uint32_t hash = 2166136261u;
  for (const char *at = key; *at; ++at) hash = (hash ^ (uint8_t)*at) * 16777619u;
  size_t at = hash & (in->room - 1);
  while (in->keys[at] && strcmp(in->keys[at], key) != 0) at = (at + 1) & (in->room - 1);
  return at;
}
static void put(struct map *in, const char *key, int value) {
  if (in->count * 2 >= in->room) {
    struct map wider = {.room = in->room ? in->room * 2 : 4, .count = in->count};
    wider.keys = calloc(wider.room, sizeof *wider.keys);
    wider.values = malloc(wider.room * sizeof *wider.values);
    for (size_t i = 0; i < in->room; ++i) {
      if (!in->keys[i]) continue;
      const size_t at = slot_of(&wider, in->keys[i]);
      wider.keys[at] = in->keys[i];
      wider.values[at] = in->values[i];
    }
    free(in->keys);
    free(in->values);
    *in = wider;
  }
  const size_t at = slot_of(in, key);
  if (!in->keys[at]) { in->keys[at] = strdup(key); ++in->count; }
  in->values[at] = value;
}

int main(void) {
  struct link all = {&all, &all};
  for (int i = 0; i < 6; ++i) {
    struct job *made = malloc(sizeof *made);
    made->number = i;
    snprintf(made->name, sizeof made->name, "job %d", i);
    insert(i % 2 ? &all : all.before, &made->in_list);
  }
  struct map numbers = {0};
  for (struct link *each = all.after, *next; each != &all; each = next) {
    next = each->after;
    struct job *job = job_of(each);
    put(&numbers, job->name, job->number);
    unlink_it(each);
    free(job);
  }
  for (size_t i = 0; i < numbers.room; ++i) {
    if (numbers.keys[i]) printf("%s=%d ", numbers.keys[i], numbers.values[i]);
    free(numbers.keys[i]);
  }
  free(numbers.keys);
  free(numbers.values);
}
