// fails: output "TWO CAFéS IN A ROW\nROUTE 66, NAïVELY DRIVEN\n1024 of 1024 characters are right\n"
#include <cstdio>
#include <emscripten/bind.h>
#include <string>

namespace {
void print_text(const std::string& text) noexcept { std::puts(text.c_str()); }

std::string shout(std::string text) noexcept {
  for (char& letter : text) {
    if (letter >= 'a' && letter < 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return text;
}
}  // namespace

EMSCRIPTEN_BINDINGS(text) {
  emscripten::function("printText", &print_text);
  emscripten::function("shout", &shout);
}

int main() {}
