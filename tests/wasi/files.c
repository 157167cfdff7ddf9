#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void list(const char *path) {
  DIR *folder = opendir(path);
  if (!folder) { printf("opendir %s: %s\n", path, strerror(errno)); return; }
  char *names[32];
  int count = 0;
  for (struct dirent *entry; (entry = readdir(folder)) && count < 32;)
    if (entry->d_name[0] != '.') {
      names[count] = malloc(strlen(entry->d_name) + 3);
      sprintf(names[count++], "%s%s", entry->d_name, entry->d_type == DT_DIR ? "/" : "");
    }
  closedir(folder);
  qsort(names, count, sizeof *names, by_name);
  for (int i = 0; i < count; ++i) { printf(" %s", names[i]); free(names[i]); }
  puts("");
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i) printf("argument %s\n", argv[i]);
  printf("GREETING=%s NOTHING=%s\n", getenv("GREETING"), getenv("NOTHING") ? "set" : "unset");
  FILE *in = fopen("data.txt", "r");
  char line[64];
  while (in && fgets(line, sizeof line, in)) printf("read %s", line);
  if (in) { fseek(in, 3, SEEK_SET); printf("at %ld: %c\n", ftell(in), fgetc(in)); fclose(in); }
  printf("missing: %s\n", fopen("missing.txt", "r") ? "there" : strerror(errno));
  printf("outside: %s\n", fopen("../etc/passwd", "r") ? "there" : strerror(errno));
  FILE *out = fopen("out.txt", "w");
  fputs("one\ntwo\n", out);
  fclose(out);
  out = fopen("out.txt", "a");
  fputs("three\n", out);
  fclose(out);
  struct stat about;
  stat("out.txt", &about);
  printf("size %d file %d\n", (int)about.st_size, S_ISREG(about.st_mode));
  printf("mkdir %d %d\n", mkdir("sub", 0755), mkdir("sub", 0755) ? errno == EEXIST : -1);
  printf("rename %d\n", rename("out.txt", "sub/moved.txt"));
  list(".");
  list("sub");
  list("nowhere");
  printf("rmdir full: %s\n", rmdir("sub") ? strerror(errno) : "done");
  int fd = open("sub/moved.txt", O_RDWR);
  char buffer[8] = {0};
  printf("pread %d %s\n", (int)pread(fd, buffer, 3, 4), buffer);
  printf("ftruncate %d\n", ftruncate(fd, 5));
  fstat(fd, &about);
  printf("size %d\n", (int)about.st_size);
  struct iovec parts[2] = {{"AB", 2}, {"CDE", 3}};
  printf("writev %d at %d\n", (int)writev(fd, parts, 2), (int)lseek(fd, 0, SEEK_CUR));
  lseek(fd, 0, SEEK_SET);
  printf("read %d %.5s\n", (int)read(fd, buffer, 7), buffer);
  close(fd);
  printf("closed: %s\n", read(fd, buffer, 1) < 0 ? strerror(errno) : "read");
  printf("exclusive: %s\n", open("sub/moved.txt", O_CREAT | O_EXCL | O_WRONLY, 0644) < 0 ? strerror(errno) : "made");
  printf("folder: %s\n", open("sub/moved.txt", O_DIRECTORY | O_RDONLY) < 0 ? strerror(errno) : "opened");
  printf("unlink %d rmdir %d\n", unlink("sub/moved.txt"), rmdir("sub"));
  printf("access %d %d\n", access("data.txt", R_OK), access("gone", R_OK));
  struct timespec now;
  printf("clock %d %d\n", clock_gettime(CLOCK_REALTIME, &now), now.tv_sec > 1000000000);
  struct timespec pause = {0, 1000};
  printf("nanosleep %d\n", nanosleep(&pause, 0));
  printf("tty %d %d\n", isatty(1), isatty(99));
  char input[16] = {0};
  printf("stdin %s\n", fgets(input, sizeof input, stdin) ? input : "ended");
  fprintf(stderr, "to stderr\n");
  return 3;
}
