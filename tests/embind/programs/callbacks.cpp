#include <emscripten/bind.h>
#include <functional>
#include <string>
#include <vector>

using namespace emscripten;

static std::vector<val> listeners;
static void listen(val listener) { listeners.push_back(listener); }
static int tell_all(const std::string& what) {
  int total = 0;
  for (const val& listener : listeners) total += listener(what).as<int>();
  return total;
}
static void forget() { listeners.clear(); }
static int nested(const std::string& text, int depth, val callback) {
  std::string own = text + std::to_string(depth);
  int inner = callback(own, depth).as<int>();
  return inner + static_cast<int>(text.size());
}
static std::function<int(int)> adder(int by) {
  return [by](int value) { return value + by; };
}
static val as_function() {
  return val(std::function<std::string(int)>([](int count) { return std::string(count, '*'); }));
}

EMSCRIPTEN_BINDINGS(callbacks) {
  function("listen", &listen);
  function("tellAll", &tell_all);
  function("forget", &forget);
  function("nested", &nested);
  function("adder", &adder);
  function("asFunction", &as_function);
  class_<std::function<int(int)>>("IntFunction")
      .constructor<>()
      .function("opcall", &std::function<int(int)>::operator());
  class_<std::function<std::string(int)>>("TextFunction").function("opcall", &std::function<std::string(int)>::operator());
}
