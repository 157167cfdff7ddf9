// expect: crash at line 7, null at line 6
#include <stdlib.h>
static void greet(void) {}
static void (*greeting)(void) = greet;
int main(void) {
  greeting = NULL;
  greeting();
  return 0;
}
