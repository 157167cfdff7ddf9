// fails: call sum_odd(&data, 0) = 0
#include <emscripten/emscripten.h>

#include <cstdio>

int data[4] = {3, 4, 8, 9};

extern "C" EMSCRIPTEN_KEEPALIVE int sum_odd(const int* numbers, int count) {
  int sum = 0;
  int i = 0;
  do {
    if (numbers[i] % 2 != 0) sum += numbers[i];
  } while (++i < count);
  return sum;
}

int main() {
  std::printf("%d\n", sum_odd(data, 4));
}
