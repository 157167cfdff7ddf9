#include <stdio.h>
#include <string.h>

static char text[64];
__attribute__((export_name("buffer"))) char* buffer(void) { return text; }
__attribute__((export_name("measure"))) int measure(void) {
  puts(text);
  return (int)strlen(text);
}

int main(void) { strcpy(text, "before"); }
