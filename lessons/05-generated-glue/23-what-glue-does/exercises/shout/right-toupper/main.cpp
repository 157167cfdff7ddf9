#include <cctype>
#include <cstdio>
#include <emscripten/bind.h>
#include <string>

namespace {
void print_text(const std::string& text) noexcept { std::puts(text.c_str()); }

std::string shout(std::string text) {
  for (char& letter : text) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return text;
}
}  // namespace

EMSCRIPTEN_BINDINGS(text) {
  emscripten::function("printText", &print_text);
  emscripten::function("shout", &shout);
}

int main() {}
