#include <cstddef>
#include <cstdio>
#include <span>
#include <emscripten/emscripten.h>

int list[4] = {10, 20, 30, 40};

extern "C" EMSCRIPTEN_KEEPALIVE int read_or(const int* numbers, std::size_t length, std::size_t index, int otherwise) {
  const std::span<const int> list_of(numbers, numbers == nullptr ? 0 : length);
  return index < list_of.size() ? list_of[index] : otherwise;
}

int main() {
  std::printf("%d\n", read_or(list, 4, 1, -1));
}
