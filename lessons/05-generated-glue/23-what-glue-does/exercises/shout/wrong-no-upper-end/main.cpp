// fails: output "TWO CAFéS IN A ROW\nROUTE 66, NAïVELY DRIVEN\n1024 of 1024 characters are right\n"
#include <cstdio>
#include <emscripten/bind.h>
#include <string>

namespace {
void print_text(const std::string& text) noexcept { std::puts(text.c_str()); }

std::string shout(std::string text) {
  for (char& letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 'a') letter = static_cast<char>(byte - 32);
  }
  return text;
}
}  // namespace

EMSCRIPTEN_BINDINGS(text) {
  emscripten::function("printText", &print_text);
  emscripten::function("shout", &shout);
}

int main() {}
