// fails: no-finding
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t* allocate_numbers(std::size_t count) {
  return static_cast<std::uint32_t*>(std::malloc(count * sizeof(std::uint32_t)));
}

extern "C" EMSCRIPTEN_KEEPALIVE void release_numbers(std::uint32_t* numbers) {
  std::free(numbers);
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_sum(const std::uint32_t* numbers, std::size_t count) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += numbers[i];
  std::printf("sum %u\n", sum);
}

// Are two arrays of `count` numbers apart?
extern "C" EMSCRIPTEN_KEEPALIVE bool are_apart(std::size_t count) {
  std::uint32_t* first = allocate_numbers(count);
  std::uint32_t* second = allocate_numbers(count);
  const bool apart = first + count <= second || second + count <= first;
  release_numbers(first);
  release_numbers(second);
  return apart;
}

// Is an array still there when the one before it was released, and another allocated?
extern "C" EMSCRIPTEN_KEEPALIVE bool keeps_the_other(std::size_t count) {
  std::uint32_t* first = allocate_numbers(count);
  std::uint32_t* second = allocate_numbers(count);
  second[count - 1] = 2;
  release_numbers(first);
  std::uint32_t* third = allocate_numbers(count);
  third[count - 1] = 3;
  const bool is_kept = second[count - 1] == 2;
  release_numbers(second);
  release_numbers(third);
  return is_kept;
}

int main() {}
