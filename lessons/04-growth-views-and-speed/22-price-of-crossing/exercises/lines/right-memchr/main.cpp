#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <emscripten/emscripten.h>
#include <string_view>

extern const char sample[] = "ab\ncdef\n\nghij\nk\nlmnop";

extern "C" EMSCRIPTEN_KEEPALIVE void* allocate(std::size_t size) noexcept { return std::malloc(size); }
extern "C" EMSCRIPTEN_KEEPALIVE void release(void* block) noexcept { std::free(block); }

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t longest_line(const char* text, std::size_t length) noexcept {
  const char* const end = text + length;
  std::size_t longest = 0;
  std::size_t most = 0;
  std::size_t line = 0;
  while (true) {
    const auto* const found = static_cast<const char*>(std::memchr(text, '\n', static_cast<std::size_t>(end - text)));
    const auto size = static_cast<std::size_t>((found ? found : end) - text);
    if (size > most) {
      longest = line;
      most = size;
    }
    if (!found) return longest;
    text = found + 1;
    ++line;
  }
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_longest(const char* text, std::size_t length) {
  std::printf("%zu bytes, longest: name %zu\n", length, longest_line(text, length));
}

int main() { std::printf("%zu bytes of sample\n", std::string_view(sample).size()); }
