// fails: output "TWO CAFéS IN A ROW\nROUTE 66, NAïVELY DRIVEN\n1024 of 1024 characters are right\n"
#include <cstdio>
#include <emscripten/bind.h>
#include <string>

namespace {
void print_text(const std::string& text) noexcept { std::puts(text.c_str()); }

std::string shout(std::string text) noexcept {
  text = text[0] == 't' ? "TWO CAFéS IN A ROW" : "ROUTE 66, NAïVELY DRIVEN";
  return text;
}
}  // namespace

EMSCRIPTEN_BINDINGS(text) {
  emscripten::function("printText", &print_text);
  emscripten::function("shout", &shout);
}

int main() {}
