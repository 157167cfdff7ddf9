#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE char* allocate(std::size_t size) noexcept {
  return static_cast<char*>(std::malloc(size));
}

extern "C" EMSCRIPTEN_KEEPALIVE void release(void* block) noexcept {
  std::free(block);
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_text(const char* text, std::size_t length) noexcept {
  std::fwrite(text, 1, length, stdout);
  std::puts("");
}

extern "C" EMSCRIPTEN_KEEPALIVE const char* greet(const char* name, std::size_t length, std::size_t* greeting_length) noexcept {
  constexpr std::string_view words = "Good morning, ";
  *greeting_length = words.size() + length;
  char* const greeting = static_cast<char*>(std::calloc(*greeting_length, 1));
  if (greeting == nullptr) return nullptr;
  for (std::size_t i = 0; i < *greeting_length; ++i) greeting[i] = i < words.size() ? words[i] : name[i - words.size()];
  return greeting;
}

int main() {}
