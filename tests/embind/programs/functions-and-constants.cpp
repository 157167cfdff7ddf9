#include <cstdint>
#include <emscripten/bind.h>
#include <string>

using namespace emscripten;

static float mix(float from, float to, float share) { return from + (to - from) * share; }
static int area(int side) { return side * side; }
static int area_of(int width, int height) { return width * height; }
static unsigned wrapping(unsigned value) { return value - 1; }
static std::int8_t narrow(std::int8_t value) { return value; }
static std::int64_t large(std::int64_t value) { return value * 2; }
static bool both(bool left, bool right) { return left && right; }
static char letter(int index) { return static_cast<char>('a' + index); }
static double total(double first, double second) { return first + second; }

EMSCRIPTEN_BINDINGS(functions) {
  function("mix", &mix);
  function("area", select_overload<int(int)>(&area));
  function("area", &area_of);
  function("wrapping", &wrapping);
  function("narrow", &narrow);
  function("large", &large);
  function("both", &both);
  function("letter", &letter);
  function("total", &total);
  function("twice", optional_override([](int value) { return 2 * value; }));
  constant("LIMIT", 4'096);
  constant("RATIO", 0.75);
  constant("TITLE", std::string("pages"));
  constant("OPEN", true);
}
