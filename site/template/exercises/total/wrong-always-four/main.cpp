// fails: call sum_odd(&data, 3) = 3
#include <emscripten/emscripten.h>

#include <cstdio>

int data[4] = {3, 4, 8, 9};

extern "C" EMSCRIPTEN_KEEPALIVE int sum_odd(const int* numbers, int count) {
  int sum = 0;
  for (int i = 0; i < 4; ++i) sum += numbers[i] % 2 != 0 ? numbers[i] : 0;
  return sum;
}

int main() {
  std::printf("%d\n", sum_odd(data, 4));
}
