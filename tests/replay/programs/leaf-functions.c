// Leaf functions take their frame without writing the stack pointer back.
static int kept[4];
__attribute__((noinline)) static int leaf(int n) {
  volatile int frame[30];
  for (int i = 0; i < 30; i++) frame[i] = n * i;
  return frame[n % 30];
}
int main(void) {
  for (int i = 0; i < 20; i++) kept[i % 4] += leaf(i);
  return kept[2] & 1;
}
