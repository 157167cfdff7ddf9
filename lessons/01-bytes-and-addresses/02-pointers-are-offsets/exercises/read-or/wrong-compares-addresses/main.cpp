// fails: call read_or(&list, 4, 1073741824, -1) = -1
#include <cstddef>
#include <cstdio>
#include <emscripten/emscripten.h>

int list[4] = {10, 20, 30, 40};

extern "C" EMSCRIPTEN_KEEPALIVE int read_or(const int* numbers, std::size_t length, std::size_t index, int otherwise) {
  if (numbers == nullptr) return otherwise;
  const int* number = numbers + index;
  return number >= numbers && number < numbers + length ? *number : otherwise;
}

int main() {
  std::printf("%d\n", read_or(list, 4, 1, -1));
  const int primes[8] = {2, 3, 5, 7, 11, 13, 17, 19};
  int sum = 0;
  int outside = 0;
  for (std::size_t length = 0; length <= 4; ++length) {
    for (std::size_t index = 0; index < 10; ++index) {
      const int number = read_or(primes + length, length, index, -7);
      if (number == -7) ++outside;
      else sum += number;
    }
  }
  std::printf("sum %d, %d outside\n", sum, outside);
}
