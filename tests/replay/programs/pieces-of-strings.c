#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char text[] = "the quick brown fox jumps over the lazy dog";
  char* words[16];
  int count = 0;
  for (char* word = strtok(text, " "); word; word = strtok(NULL, " ")) words[count++] = word;
  char line[128] = "";
  for (int i = count; i-- > 0;) {
    strcat(line, words[i]);
    strncat(line, "-----", (size_t)(i % 3));
  }
  char* copy = strdup(line);
  for (char* at = copy; (at = strchr(at, 'o')); at++) *at = '0';
  char number[24];
  snprintf(number, sizeof number, "%ld", strtol("  -0x7fz", NULL, 16));
  printf("%s %s %d\n", copy, number, strcmp(copy, line));
  free(copy);
}
