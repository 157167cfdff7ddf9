#include <inttypes.h>
#include <math.h>
#include <stdio.h>

int main(void) {
  printf("|%5d|%-5d|%05d|%+d|\n", 42, 42, 42, 42);
  printf("|%x|%X|%#x|%o|%u|\n", 48879u, 48879u, 48879u, 8u, 4294967295u);
  printf("|%.3f|%10.2f|%-10.2e|%g|%g|\n", 3.14159, 2.5, 12345.678, 0.0001, 1e20);
  printf("|%s|%10s|%-10s|%.3s|%c|%%|\n", "abc", "abc", "abc", "abcdef", 'x');
  printf("|%lld|%" PRIu64 "|%hhd|%hd|\n", -9007199254740993LL, UINT64_MAX, (signed char)200, (short)70000);
  printf("|%f|%f|%f|\n", INFINITY, -INFINITY, 0.1 + 0.2);
  printf("|%*d|%.*f|\n", 6, 7, 2, 1.005);
  char buffer[8];
  int wanted = snprintf(buffer, sizeof buffer, "%s", "longer than that");
  printf("%s %d\n", buffer, wanted);
  return 0;
}
