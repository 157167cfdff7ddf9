// fails: call region_of(3000000000) = 3
#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>

extern unsigned char __global_base;
extern unsigned char __data_end;
extern unsigned char __heap_base;

int with_value = 7;

extern "C" EMSCRIPTEN_KEEPALIVE int region_of(const void* address) {
  const int number = reinterpret_cast<int>(address);
  if (number < reinterpret_cast<int>(&__global_base)) return 0;
  if (number < reinterpret_cast<int>(&__data_end)) return 1;
  if (number < reinterpret_cast<int>(&__heap_base)) return 2;
  return 3;
}

int main() {
  int local = 1;
  void* block = std::malloc(16);
  std::printf("%d %d %d %d\n", region_of(nullptr), region_of(&with_value), region_of(&local), region_of(block));
  const unsigned char* const borders[] = {&__global_base, &__data_end, &__heap_base};
  for (const unsigned char* border : borders) std::printf("%d %d\n", region_of(border - 1), region_of(border));
  std::free(block);
}
