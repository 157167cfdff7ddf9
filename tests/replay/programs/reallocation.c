#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char* text = NULL;
  size_t length = 0, room = 0;
  for (int i = 0; i < 3000; i++) {
    if (length == room) text = realloc(text, room = room ? room * 2 : 4);
    text[length++] = (char)('a' + i % 26);
  }
  char* wall = malloc(10);
  text = realloc(text, 9000);
  text = realloc(text, 20);
  strcpy(wall, "wall");
  wall = realloc(wall, 100000);
  printf("%.5s %s %zu\n", text, wall, length);
  free(realloc(text, 0));
  free(wall);
}
