#include <alloca.h>
#include <stdio.h>
#include <string.h>

static int sum(int count) {
  int squares[count];
  char* text = alloca((size_t)count * 3 + 1);
  memset(text, 'x', (size_t)count * 3);
  text[count * 3] = 0;
  int total = (int)strlen(text);
  for (int i = 0; i < count; i++) squares[i] = i * i;
  for (int i = 0; i < count; i++) total += squares[i];
  return total;
}

int main(void) {
  int total = 0;
  for (int i = 1; i < 40; i += 3) total += sum(i);
  printf("%d\n", total);
}
