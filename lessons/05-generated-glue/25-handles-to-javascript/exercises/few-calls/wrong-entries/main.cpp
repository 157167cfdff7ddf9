// fails: calls <= 70
#include "words.h"

using emscripten::val;

val to_list(const WordCounts& counts) {
  const val object = val::global("Object");
  const val json = val::global("JSON");
  val list = val::array();
  for (const auto& [word, count] : counts) {
    const std::string pairs = "[[\"word\",\"" + word + "\"],[\"count\"," + std::to_string(count) + "]]";
    list.call<void>("push", object.call<val>("fromEntries", json.call<val>("parse", pairs)));
  }
  return list;
}
