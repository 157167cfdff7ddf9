#include <emscripten/bind.h>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace emscripten;

static std::vector<int> squares(int count) {
  std::vector<int> all;
  for (int i = 0; i < count; ++i) all.push_back(i * i);
  return all;
}
static int sum(const std::vector<int>& numbers) {
  int total = 0;
  for (int number : numbers) total += number;
  return total;
}
static std::map<std::string, int> ages() { return {{"Ada", 36}, {"Emmy", 53}}; }
static std::optional<std::string> find(int key) {
  if (key == 1) return "one, and a text that does not fit into the string itself";
  return std::nullopt;
}
static int or_else(std::optional<int> value) { return value.value_or(-1); }
static std::vector<float> floats(const val& given) { return vecFromJSArray<float>(given); }
static std::vector<int> numbers(const val& given) { return convertJSArrayToNumberVector<int>(given); }
static val as_array() { return val::array(squares(4)); }

EMSCRIPTEN_BINDINGS(containers) {
  register_vector<int>("Ints");
  register_vector<float>("Floats");
  register_vector<std::string>("Strings");
  register_map<std::string, int>("Ages");
  register_optional<std::string>();
  register_optional<int>();
  function("squares", &squares);
  function("sum", &sum);
  function("ages", &ages);
  function("find", &find);
  function("orElse", &or_else);
  function("floats", &floats);
  function("numbers", &numbers);
  function("asArray", &as_array);
}
