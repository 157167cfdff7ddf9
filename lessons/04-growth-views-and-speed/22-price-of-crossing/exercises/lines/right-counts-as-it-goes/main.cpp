#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>
#include <string_view>

extern const char sample[] = "ab\ncdef\n\nghij\nk\nlmnop";

extern "C" EMSCRIPTEN_KEEPALIVE void* allocate(std::size_t size) noexcept { return std::malloc(size); }
extern "C" EMSCRIPTEN_KEEPALIVE void release(void* block) noexcept { std::free(block); }

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t longest_line(const char* text, std::size_t length) noexcept {
  std::size_t longest = 0, most = 0, line = 0, size = 0;
  for (std::size_t i = 0; i < length; i++) {
    if (text[i] == '\n') { line++; size = 0; }
    else if (++size > most) { most = size; longest = line; }
  }
  return longest;
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_longest(const char* text, std::size_t length) {
  std::printf("%zu bytes, longest: name %zu\n", length, longest_line(text, length));
}

int main() { std::printf("%zu bytes of sample\n", std::string_view(sample).size()); }
