#include <stdio.h>

int main(void) {
  char line[80];
  for (int i = 0; i < 5; i++) printf("%5d|%-5d|%05d|%+d|%x|%o|%c\n", i * 7, i, -i, i, i * 1000, i * 9, 'a' + i);
  printf("%s|%10s|%.2s|%-8s|\n", "text", "right", "cut", "left");
  printf("%f %e %g %a %.10f\n", 1.5, 12345.678, 0.0001, 0.5, 1.0 / 3);
  int written = 0;
  sprintf(line, "%p%n %lld %llu", (void*)64, &written, -5000000000ll, 5000000000ull);
  printf("%s %d %%\n", line, written);
}
