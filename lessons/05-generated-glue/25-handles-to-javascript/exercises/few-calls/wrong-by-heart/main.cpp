// fails: call read_back(3) = 433894
#include "words.h"

using emscripten::val;

val to_list(const WordCounts&) {
  return val::global("JSON").call<val>(
      "parse", std::string(R"([{"word":"and","count":2},{"word":"by","count":1},{"word":"crab","count":1},
        {"word":"gull","count":2},{"word":"left","count":1},{"word":"met","count":1},{"word":"naïve","count":1},
        {"word":"sea","count":1},{"word":"the","count":5},{"word":"whale","count":1}])"));
}
