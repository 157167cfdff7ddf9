#include <cstddef>
#include <cstdio>
#include <emscripten/emscripten.h>

int list[4] = {10, 20, 30, 40};

extern "C" EMSCRIPTEN_KEEPALIVE int read_or(const int* numbers, std::size_t length, std::size_t index, int otherwise) {
  if (numbers == nullptr) return otherwise;
  if (length <= index) return otherwise;
  return numbers[index];
}

int main() {
  std::printf("%d\n", read_or(list, 4, 1, -1));
}
