#include <stdarg.h>
#include <stdio.h>

static double sum(const char* kinds, ...) {
  va_list rest, again;
  va_start(rest, kinds);
  va_copy(again, rest);
  double total = 0;
  for (const char* kind = kinds; *kind; kind++) {
    if (*kind == 'i') total += va_arg(rest, int);
    if (*kind == 'l') total += (double)va_arg(rest, long long);
    if (*kind == 'd') total += va_arg(rest, double);
    if (*kind == 's') total += *va_arg(rest, const char*);
  }
  total += *kinds == 'i' ? va_arg(again, int) : 0;
  va_end(rest);
  va_end(again);
  return total;
}

int main(void) { printf("%g %g\n", sum("ilds", 1, 1ll << 40, 0.5, "a"), sum("dd", 1.5, 2.5)); }
