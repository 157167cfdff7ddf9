// The program traps while a script calls it; the script goes on, and calls it again.
static int calls[4];
__attribute__((export_name("divide"))) int divide(int a, int b) {
  int frame[8];
  frame[b & 7] = a;
  calls[0]++;
  calls[1] = a / b + frame[b & 7];
  calls[2]++;
  return calls[1];
}
int main(void) { return divide(8, 2); }
