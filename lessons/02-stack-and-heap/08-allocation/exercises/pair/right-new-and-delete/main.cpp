#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t* allocate_numbers(std::size_t count) {
  return new std::uint32_t[count];
}

extern "C" EMSCRIPTEN_KEEPALIVE void release_numbers(std::uint32_t* numbers) {
  delete[] numbers;
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_sum(const std::uint32_t* numbers, std::size_t count) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += numbers[i];
  std::printf("sum %u\n", sum);
}

int main() {}
