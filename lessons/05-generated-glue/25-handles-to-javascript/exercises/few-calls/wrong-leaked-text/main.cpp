// fails: no-leak
#include "words.h"

using emscripten::val;

val to_list(const WordCounts& counts) {
  std::string& text = *new std::string("[");
  for (const auto& [word, count] : counts) {
    if (text.size() > 1) text += ',';
    text += R"({"word":")" + word + R"(","count":)" + std::to_string(count) + '}';
  }
  text += ']';
  return val::global("JSON").call<val>("parse", text);
}
