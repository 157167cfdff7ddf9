#include <emscripten/bind.h>
#include <emscripten/val.h>
#include <stdexcept>
#include <string>

using namespace emscripten;

static val twice(val promise) {
  val value = co_await promise;
  co_return value.as<int>() * 2;
}
static val chain(val make, int count) {
  std::string all = "begin, and a text that does not fit into the string itself";
  for (int i = 0; i < count; ++i) all += "-" + (co_await make(i)).as<std::string>();
  co_return all;
}
static val fails(val promise) {
  co_await promise;
  throw std::runtime_error("too late");
}

EMSCRIPTEN_BINDINGS(coroutines) {
  function("twice", &twice);
  function("chain", &chain);
  function("fails", &fails);
}
