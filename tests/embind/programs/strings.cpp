#include <emscripten/bind.h>
#include <string>

using namespace emscripten;

static std::string shout(const std::string& text) { return text + "!"; }
static std::string bytes(std::string text) {
  std::string hexadecimal;
  for (unsigned char byte : text) {
    hexadecimal += "0123456789abcdef"[byte >> 4];
    hexadecimal += "0123456789abcdef"[byte & 15];
  }
  return hexadecimal;
}
static std::wstring wide(std::wstring text) { return std::wstring(text.rbegin(), text.rend()); }
static std::u16string units(std::u16string text) { return text + std::u16string(1, static_cast<char16_t>(text.size() + 48)); }
static std::u32string points(std::u32string text) { return text.substr(0, 1); }
static int length(const std::string& text) { return static_cast<int>(text.size()); }
static std::string holes() { return std::string("a\0b", 3); }

EMSCRIPTEN_BINDINGS(strings) {
  function("shout", &shout);
  function("bytes", &bytes);
  function("wide", &wide);
  function("units", &units);
  function("points", &points);
  function("length", &length);
  function("holes", &holes);
}
