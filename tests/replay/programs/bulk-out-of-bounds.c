// A copy that leaves memory traps and writes nothing.
#include <stdio.h>
#include <string.h>

static char source[64] = "not to be copied";

int main(int argc, char** argv) {
  (void)argv;
  puts("begin");
  fflush(stdout);
  size_t end = __builtin_wasm_memory_size(0) * 65536;
  memset((char*)end - 40, 9, 40);
  volatile size_t length = 60 + (size_t)argc;
  memcpy((char*)end - 10, source, length);
}
