// Every width at every place around the end of a page and of a piece.
#include <stdint.h>
#include <stdio.h>

static unsigned char bytes[3 * 65536];
#define PUT(type, at, value) (*(volatile type*)(at) = (type)(value))

int main(void) {
  unsigned char* page = (unsigned char*)(((uintptr_t)bytes + 65535) & ~(uintptr_t)65535);
  for (int i = -9; i < 10; i++) {
    for (int border = 4096; border <= 65536; border += 61440) {
      unsigned char* at = page + border + i;
      PUT(uint8_t, at, 0x11 + i);
      PUT(uint16_t, at, 0x2222 + i);
      PUT(uint32_t, at, 0x33333333 + i);
      PUT(uint64_t, at, 0x4444444444444444 + i);
      PUT(float, at, i * 1.5);
      PUT(double, at, i / 3.0);
      *(volatile int64_t*)(at + 16) = *(volatile int32_t*)at;
      *(volatile uint8_t*)(at - 16) = (uint8_t) * (volatile uint64_t*)at;
    }
  }
  printf("%d %d\n", page[4096], page[65535]);
}
