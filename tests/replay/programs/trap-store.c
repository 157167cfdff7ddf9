// A store that leaves memory traps and writes nothing, at its address and by its offset.
struct Far {
  char gap[1 << 20];
  int last;
};
int done[8];

__attribute__((noinline)) static void reach(struct Far* far, int n) {
  done[n] = n;
  far->last = n;
}

int main(void) {
  unsigned long end = __builtin_wasm_memory_size(0) * 65536;
  *(volatile long long*)(end - 8) = 5;
  done[3] = 1;
  reach((struct Far*)(end - sizeof(struct Far)), 1);
  reach((struct Far*)(end - sizeof(struct Far) + 3), 2);
}
