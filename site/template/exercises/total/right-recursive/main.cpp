#include <emscripten/emscripten.h>

#include <cstdio>

int data[4] = {3, 4, 8, 9};

extern "C" EMSCRIPTEN_KEEPALIVE int sum_odd(const int* numbers, int count) {
  if (count == 0) return 0;
  const int rest = sum_odd(numbers + 1, count - 1);
  return *numbers % 2 == 0 ? rest : rest + *numbers;
}

int main() {
  std::printf("%d\n", sum_odd(data, 4));
}
