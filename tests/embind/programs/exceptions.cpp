#include <cstdio>
#include <emscripten/bind.h>
#include <emscripten/val.h>
#include <stdexcept>
#include <string>

using namespace emscripten;

struct Guard {
  ~Guard() { std::puts("guard left"); }
};
struct Custom {
  int code;
};
static void fail(int how) {
  Guard guard;
  if (how == 0) throw std::out_of_range("position 9 of 3");
  if (how == 1) throw Custom{7};
  if (how == 2) throw 42;
  throw std::string("a text");
}
static std::string around(val callback) {
  Guard guard;
  try {
    callback();
    return "nothing was thrown";
  } catch (const std::exception& exception) {
    return std::string("caught ") + exception.what();
  } catch (...) {
    return "caught something";
  }
}
static std::string throws_value(val value) {
  try {
    value.throw_();
  } catch (const std::exception& exception) {
    return exception.what();
  }
  return "never";
}

EMSCRIPTEN_BINDINGS(exceptions) {
  function("fail", &fail);
  function("around", &around);
  function("throwsValue", &throws_value);
}
