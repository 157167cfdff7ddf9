// Grows memory with an instruction, through the C library, and from JavaScript.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

int main() {
  const auto before = __builtin_wasm_memory_size(0);
  __builtin_wasm_memory_grow(0, 1);
  std::vector<int> numbers;
  for (int i = 0; i < 60'000; ++i) numbers.push_back(i * i);
  char* block = static_cast<char*>(std::malloc(300'000));
  std::memset(block, 7, 300'000);
  std::memmove(block + 1, block, 200'000);
  std::printf("%d %d\n", numbers.back(), block[200'001]);
  std::free(block);
  return before == 0;
}

extern "C" __attribute__((export_name("fill"))) void fill(char* start, int length) { std::memset(start, 3, length); }
