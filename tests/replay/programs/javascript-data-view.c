// All the ways of a DataView, and unaligned ones over the border of a piece.
#include <stdio.h>

static unsigned char bytes[16384];
__attribute__((export_name("place"))) unsigned char* place(void) { return bytes; }
__attribute__((export_name("sum"))) int sum(void) {
  int total = 0;
  for (int i = 0; i < 16384; i++) total = total * 3 + bytes[i];
  bytes[0] = (unsigned char)total;
  return total;
}

int main(void) { bytes[5] = 1; }
