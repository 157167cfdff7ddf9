#include <emscripten/bind.h>
#include <string>

int count(const std::string& text) {
  int found = 0;
  for (const char each : text) found += each == 'x';
  return found;
}

EMSCRIPTEN_BINDINGS(text) { emscripten::function("count", &count); }
