// Optimised, `value` takes over the Wasm local of `from`, which nothing needs any more.
__attribute__((noinline)) int doubled_up_to(const int *from, int limit) {
  int value = *from;
  if (limit > value && limit <= 16)
    while (limit > value) value *= 2;
  return value;
}

int main(void) {
  int start = 3;
  return doubled_up_to(&start, 16) - 24;
}
