// fails: calls <= 70
#include "words.h"

using emscripten::val;

val to_list(const WordCounts& counts) {
  const val word_key("word");
  const val count_key("count");
  val list = val::array();
  for (const auto& [word, count] : counts) {
    val entry = val::object();
    entry.set(word_key, word);
    entry.set(count_key, count);
    list.call<void>("push", entry);
  }
  return list;
}
