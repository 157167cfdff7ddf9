// fails: output "and 2, by 1, crab 1, gull 2, left 1, met 1, naïve 1, sea 1, the 5, whale 1\n"
#include "words.h"

using emscripten::val;

val to_list(const WordCounts& counts) {
  std::string text = "[";
  for (const auto& [word, count] : counts) {
    if (word == counts.rbegin()->first) break;
    if (text.size() > 1) text += ',';
    text += R"({"word":")" + word + R"(","count":)" + std::to_string(count) + '}';
  }
  text += ']';
  return val::global("JSON").call<val>("parse", text);
}
