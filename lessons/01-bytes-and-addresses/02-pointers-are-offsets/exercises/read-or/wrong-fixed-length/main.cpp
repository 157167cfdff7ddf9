// fails: call read_or(&list, 0, 0, 5) = 5
#include <cstddef>
#include <cstdio>
#include <emscripten/emscripten.h>

int list[4] = {10, 20, 30, 40};

extern "C" EMSCRIPTEN_KEEPALIVE int read_or(const int* numbers, [[maybe_unused]] std::size_t length, std::size_t index, int otherwise) {
  if (numbers == nullptr || index >= 4) return otherwise;
  return numbers[index];
}

int main() {
  std::printf("%d\n", read_or(list, 4, 1, -1));
  const int values[8] = {0, -3, 500, 70'000, -50'000'000, 2'147'483'647, 13, -2'147'483'648};
  long long sum = 0;
  int outside = 0;
  for (std::size_t length = 0; length <= 4; ++length) {
    for (std::size_t index = 0; index < 10; ++index) {
      const int number = read_or(values + length, length, index, -7);
      if (number == -7) ++outside;
      else sum += number;
    }
  }
  std::printf("sum %lld, %d outside\n", sum, outside);
}
