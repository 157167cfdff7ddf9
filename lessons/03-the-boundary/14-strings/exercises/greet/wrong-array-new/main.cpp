// fails: no-finding mismatched-free
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
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
  char* const greeting = new char[words.size() + length];
  std::memcpy(greeting, words.data(), words.size());
  std::memcpy(greeting + words.size(), name, length);
  *greeting_length = words.size() + length;
  return greeting;
}

int main() {}
