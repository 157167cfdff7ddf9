// fails: call read_back(26) = 203395
#include <cstdio>
#include "words.h"
using emscripten::val;

val to_list(const WordCounts& counts) {
  static char text[600] = "";
  int at = std::sprintf(text, "[");
  for (const auto& [word, count] : counts)
    at += std::sprintf(text + at, "%s{\"word\":\"%s\",\"count\":%u}", at > 1 ? "," : "", word.c_str(), static_cast<unsigned>(count));
  std::sprintf(text + at, "]");
  return val::global("JSON").call<val>("parse", std::string(text));
}
