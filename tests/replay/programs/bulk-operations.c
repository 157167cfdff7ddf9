// memory.fill, memory.copy with overlap both ways, of no bytes, of a byte, over pages; as instructions.
#include <stdio.h>
#include <string.h>

static unsigned char bytes[200000];

__attribute__((target("bulk-memory"))) void work(void) {
  __builtin_memset(bytes + 10, 0xab, 100);
  __builtin_memset(bytes + 65530, 7, 70000);
  for (int i = 0; i < 256; i++) bytes[1000 + i] = (unsigned char)i;
  __builtin_memmove(bytes + 1003, bytes + 1000, 256);
  __builtin_memmove(bytes + 990, bytes + 1003, 256);
  __builtin_memcpy(bytes + 150001, bytes + 1000, 1);
  __builtin_memcpy(bytes + 100000, bytes + 60000, 30001);
}

int main(int argc, char** argv) {
  (void)argv;
  memset(bytes, 1, (size_t)(argc - 3));
  work();
  memmove(bytes + 4090, bytes + 4080, 9000);
  memcpy(bytes + 8191, bytes + 3, (size_t)argc);
  unsigned sum = 0;
  for (int i = 0; i < 200000; i += 37) sum = sum * 31 + bytes[i];
  printf("%u\n", sum);
}
