#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static char *formatted(const char *how, ...) {
  va_list given;
  va_start(given, how);
  va_list again;
  va_copy(again, given);
  const int length = vsnprintf(NULL, 0, how, given);
  va_end(given);
  char *made = malloc((size_t)length + 1);
  vsnprintf(made, (size_t)length + 1, how, again);
  va_end(again);
  return made;
}

int main(void) {
  char *line = formatted("%5d|%-8s|%.3f|%x|%c|%p|%%", 42, "left", 3.14159, 255u, 'c', (void *)0);
  puts(line);
  char *copy = strdup("one, two; three");
  char *kept = NULL;
  for (char *word = strtok_r(copy, ",; ", &kept); word; word = strtok_r(NULL, ",; ", &kept)) printf("<%s>", word);
  char room[16];
  memset(room, 'x', sizeof room);
  strncpy(room, "cut off at its end", sizeof room - 1);
  room[sizeof room - 1] = '\0';
  printf("%s %zu\n", room, strnlen(room, sizeof room));
  int day = 0, month = 0;
  char rest[8] = "";
  printf("%d %d %d %s\n", sscanf("31/12 end", "%d/%d %7s", &day, &month, rest), day, month, rest);
  char *end;
  printf("%ld %s %g\n", strtol("123abc", &end, 10), end, strtod("2.5e3", NULL));
  wchar_t *wide = malloc(8 * sizeof *wide);
  wcscpy(wide, L"größer");
  printf("%zu %ls\n", wcslen(wide), wide);
  char *odd = malloc(5);
  memcpy(odd, "four", 5);
  printf("%zu %d %s\n", strlen(odd), memcmp(odd, "fort", 4) > 0, strstr(odd, "ur"));
  free(odd);
  free(wide);
  free(copy);
  free(line);
}
