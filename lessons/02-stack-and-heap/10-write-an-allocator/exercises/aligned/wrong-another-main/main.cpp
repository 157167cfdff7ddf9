// fails: unchanged main.cpp
#include <cstddef>
#include <emscripten/emscripten.h>
extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t second_offset(std::size_t first, std::size_t size, std::size_t alignment) {
  std::size_t start = (first + alignment - 1) / alignment * alignment; return start >= 62 || size > 62 - start ? -1 : (std::ptrdiff_t)start;
}
extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t after_refusal(std::size_t refused) { return 10; }
int main() {}
