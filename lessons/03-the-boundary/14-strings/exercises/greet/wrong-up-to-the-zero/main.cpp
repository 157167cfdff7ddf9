// fails: output "Good morning, Zoë\nGood morning, tea.café\nGood morning, \n"
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
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
  std::string text = "Good morning, ";
  text.append(name, length);
  *greeting_length = std::strlen(text.c_str());
  char* const greeting = allocate(*greeting_length);
  if (greeting == nullptr) return nullptr;
  std::memcpy(greeting, text.data(), *greeting_length);
  return greeting;
}

int main() {}
