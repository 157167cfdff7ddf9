// fails: output "12\n"
#include <emscripten/emscripten.h>

#include <cstdio>

int data[4] = {3, 4, 8, 9};

extern "C" EMSCRIPTEN_KEEPALIVE int sum_odd(const int* numbers, int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += numbers[i];
  return sum;
}

int main() {
  std::printf("%d\n", sum_odd(data, 4));
}
