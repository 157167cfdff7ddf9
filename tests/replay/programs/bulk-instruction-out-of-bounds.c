// memory.fill that leaves memory traps and writes nothing.
int touched[4];

__attribute__((target("bulk-memory"), noinline)) void fill(char* from, unsigned long length) {
  __builtin_memset(from, 5, length);
}

int main(int argc, char** argv) {
  (void)argv;
  touched[argc % 4] = 1;
  unsigned long end = __builtin_wasm_memory_size(0) * 65536;
  fill((char*)end - 100, 100);
  touched[0] = 2;
  fill((char*)end - 100, 100 + (unsigned long)argc);
}
