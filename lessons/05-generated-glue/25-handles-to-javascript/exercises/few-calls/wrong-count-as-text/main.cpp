// fails: call read_back(3) = 433894
#include "words.h"

using emscripten::val;

val to_list(const WordCounts& counts) {
  std::string text = "[";
  for (const auto& [word, count] : counts) {
    if (text.size() > 1) text += ',';
    text += R"({"word":")" + word + R"(","count":")" + std::to_string(count) + R"("})";
  }
  text += ']';
  return val::global("JSON").call<val>("parse", text);
}
