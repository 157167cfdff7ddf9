#include <stdio.h>
#include <string.h>

int main(void) {
  FILE *file = fopen("/tmp/pagewise-example.txt", "w+");
  if (!file) return 1;
  for (int i = 0; i < 5; i++) fprintf(file, "line %d\n", i);
  fseek(file, 7, SEEK_SET);
  char line[32];
  while (fgets(line, sizeof line, file)) fputs(line, stdout);
  printf("%ld\n", ftell(file));
  fclose(file);
  return remove("/tmp/pagewise-example.txt");
}
