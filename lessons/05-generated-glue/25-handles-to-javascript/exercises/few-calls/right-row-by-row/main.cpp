#include "words.h"

using emscripten::val;

val to_list(const WordCounts& counts) {
  const val json = val::global("JSON");
  val list = val::array();
  for (const auto& [word, count] : counts) {
    const std::string text = R"({"word":")" + word + R"(","count":)" + std::to_string(count) + "}";
    list.call<void>("push", json.call<val>("parse", text));
  }
  return list;
}
