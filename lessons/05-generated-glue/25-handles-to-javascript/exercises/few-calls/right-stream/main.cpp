#include "words.h"

#include <sstream>

using emscripten::val;

val to_list(const WordCounts& counts) {
  std::ostringstream text;
  const char* before = "[";
  for (const auto& [word, count] : counts) {
    text << before << "{\"word\":\"" << word << "\",\"count\":" << count << '}';
    before = ",";
  }
  if (counts.empty()) text << '[';
  text << ']';
  const val parse = val::global("JSON")["parse"];
  return parse(text.str());
}
