// fails: bytes data = 03 00 00 00 04 00 00 00 08 00 00 00 09 00 00 00
#include <emscripten/emscripten.h>

#include <cstdio>

int data[4] = {3, 4, 8, 9};

extern "C" EMSCRIPTEN_KEEPALIVE int sum_odd(const int* numbers, int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += numbers[i] % 2 != 0 ? numbers[i] : 0;
  return sum;
}

int main() {
  data[1] = 6;
  std::printf("%d\n", sum_odd(data, 4));
}
