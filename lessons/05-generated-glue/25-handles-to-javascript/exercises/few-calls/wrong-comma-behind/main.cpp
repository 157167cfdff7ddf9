// fails: finishes
#include "words.h"

using emscripten::val;

val to_list(const WordCounts& counts) {
  std::string text = "[";
  for (const auto& [word, count] : counts) {
    text += R"({"word":")" + word + R"(","count":)" + std::to_string(count) + "},";
  }
  text += ']';
  return val::global("JSON").call<val>("parse", text);
}
