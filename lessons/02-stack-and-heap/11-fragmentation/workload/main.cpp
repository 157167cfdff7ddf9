#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

extern "C" unsigned char __heap_base;

// The same numbers on each run, so that the allocators get the same requests.
std::uint32_t next_number() {
  static std::uint32_t state = 1;
  state = state * 1664525 + 1013904223;
  return state >> 16;
}

std::array<void*, 200> blocks{};
std::array<std::size_t, 200> sizes{};
std::size_t peak = 0;
std::size_t footprint = 0;

int main() {
  std::size_t live = 0;
  for (int i = 0; i < 2000; ++i) {
    const std::size_t at = next_number() % blocks.size();
    std::free(blocks[at]);
    live -= sizes[at];
    sizes[at] = 8 + next_number() % 400;
    blocks[at] = std::malloc(sizes[at]);
    live += sizes[at];
    if (live > peak) peak = live;
  }
  footprint = reinterpret_cast<std::uintptr_t>(sbrk(0)) - reinterpret_cast<std::uintptr_t>(&__heap_base);
  std::printf("%zu bytes live at the peak, a footprint of %zu bytes\n", peak, footprint);
}
