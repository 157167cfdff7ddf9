#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
  mkdir("/data", 0777);
  FILE* file = fopen("/data/a.txt", "w+");
  for (int i = 0; i < 400; i++) fprintf(file, "line %d\n", i);
  fseek(file, -30, SEEK_END);
  char tail[64] = {0};
  size_t length = fread(tail, 1, sizeof tail - 1, file);
  rewind(file);
  char line[32];
  int lines = 0;
  while (fgets(line, sizeof line, file)) lines++;
  fclose(file);
  struct stat about;
  stat("/data/a.txt", &about);
  char cwd[64];
  printf("%zu %d %d %s\n", length, lines, (int)about.st_size, getcwd(cwd, sizeof cwd));
  rename("/data/a.txt", "/data/b.txt");
  printf("%d %d\n", access("/data/a.txt", F_OK), unlink("/data/b.txt"));
}
