// fails: no-leak
#include <emscripten/emscripten.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

int data[4] = {3, 4, 8, 9};

extern "C" EMSCRIPTEN_KEEPALIVE int sum_odd(const int* numbers, int count) {
  const std::size_t bytes = sizeof(int) * static_cast<std::size_t>(count);
  int* copy = static_cast<int*>(std::malloc(bytes));
  std::memcpy(copy, numbers, bytes);
  int sum = 0;
  for (int i = 0; i < count; ++i) sum += copy[i] % 2 != 0 ? copy[i] : 0;
  return sum;
}

int main() {
  std::printf("%d\n", sum_odd(data, 4));
}
