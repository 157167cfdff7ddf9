#include <algorithm>
#include <cstdio>
#include <emscripten/bind.h>
#include <string>

namespace {
void print_text(const std::string& text) noexcept { std::puts(text.c_str()); }

std::string shout(std::string text) {
  std::ranges::transform(text, text.begin(), [](char letter) noexcept {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter & ~0x20) : letter;
  });
  return text;
}
}  // namespace

EMSCRIPTEN_BINDINGS(text) {
  emscripten::function("printText", &print_text);
  emscripten::function("shout", &shout);
}

int main() {}
