// fails: call read_back(0) = 0
#include "words.h"

using emscripten::val;

val to_list(const WordCounts& counts) {
  if (counts.empty()) return val::undefined();
  std::string text = "[";
  for (const auto& [word, count] : counts) {
    if (text.size() > 1) text += ',';
    text += R"({"word":")" + word + R"(","count":)" + std::to_string(count) + '}';
  }
  text += ']';
  return val::global("JSON").call<val>("parse", text);
}
