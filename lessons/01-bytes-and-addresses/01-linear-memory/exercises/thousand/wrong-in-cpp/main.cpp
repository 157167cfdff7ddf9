// fails: unchanged main.cpp
#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>

std::uint32_t total = 1000;
std::uint32_t limit = 5000;

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t* total_address() {
  return &total;
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_total() {
  if (total <= limit) std::printf("C++ reads %u\n", total);
}

int main() {}
