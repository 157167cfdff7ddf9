#include <emscripten/emscripten.h>

#include <cstdio>

int data[4] = {3, 4, 8, 9};

extern "C" EMSCRIPTEN_KEEPALIVE int sum_odd(const int* numbers, int count) {
  int sum = 0;
  for (const int* end = numbers + count; numbers != end; ++numbers) sum += (*numbers & 1) * *numbers;
  return sum;
}

int main() {
  std::printf("%d\n", sum_odd(data, 4));
}
