#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>

extern unsigned char __global_base;
extern unsigned char __data_end;
extern unsigned char __heap_base;

int with_value = 7;

extern "C" EMSCRIPTEN_KEEPALIVE int region_of(const void* address) {
  const auto at = [](const void* place) { return reinterpret_cast<std::uintptr_t>(place); };
  const std::uintptr_t wanted = at(address);
  return wanted < at(&__global_base) ? 0 : wanted < at(&__data_end) ? 1 : wanted < at(&__heap_base) ? 2 : 3;
}

int main() {
  int local = 1;
  void* block = std::malloc(16);
  std::printf("%d %d %d %d\n", region_of(nullptr), region_of(&with_value), region_of(&local), region_of(block));
  const unsigned char* const borders[] = {&__global_base, &__data_end, &__heap_base};
  for (const unsigned char* border : borders) std::printf("%d %d\n", region_of(border - 1), region_of(border));
  std::free(block);
}
