#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>
#include <string_view>

extern const char sample[] = "ab\ncdef\n\nghij\nk\nlmnop";

extern "C" EMSCRIPTEN_KEEPALIVE void* allocate(std::size_t size) noexcept { return std::malloc(size); }
extern "C" EMSCRIPTEN_KEEPALIVE void release(void* block) noexcept { std::free(block); }

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t longest_line(const char* text, std::size_t length) noexcept {
  std::string_view rest(text, length);
  std::size_t longest = 0;
  std::size_t most = 0;
  for (std::size_t line = 0;; ++line) {
    const std::size_t end = rest.find('\n');
    const std::size_t size = rest.substr(0, end).size();
    if (size > most) {
      longest = line;
      most = size;
    }
    if (end == std::string_view::npos) return longest;
    rest.remove_prefix(end + 1);
  }
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_longest(const char* text, std::size_t length) {
  std::printf("%zu bytes, longest: name %zu\n", length, longest_line(text, length));
}

int main() { std::printf("%zu bytes of sample\n", std::string_view(sample).size()); }
