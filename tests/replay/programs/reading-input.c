#include <ctype.h>
#include <stdio.h>

int main(int argc, char** argv) {
  int number = 0;
  char word[20];
  int fields = scanf("%d %19s", &number, word);
  int c, upper = 0;
  while ((c = getchar()) != EOF) upper += toupper(c);
  double x;
  char unit[4];
  sscanf("2.5e3 km", "%lf %3s", &x, unit);
  printf("%d %d %s %d %g %s\n", fields, number, word, upper, x, unit);
  for (int i = 0; i < argc; i++) puts(argv[i]);
  return ferror(stdin);
}
