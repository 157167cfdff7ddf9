#include <cstdio>
#include <emscripten/bind.h>
#include <emscripten/val.h>
#include <string>
#include <vector>

using namespace emscripten;

static void describe(const val& value) {
  std::printf("%s %d %d %d %d\n", value.typeOf().as<std::string>().c_str(), value.isNull(), value.isUndefined(),
              value.isNumber(), value.isString());
}

static std::string tour() {
  val list = val::array();
  list.call<int>("push", 1, val("two"), 3.5, true, val::null(), val::undefined());
  val object = val::object();
  object.set("list", list);
  object.set(7, "seven");
  val map = val::global("Map").new_();
  map.call<val>("set", std::string("key"), object);
  std::string text = val::global("JSON").call<std::string>("stringify", map.call<val>("get", val("key")));
  text += " " + std::to_string(list["length"].as<int>());
  text += object.hasOwnProperty("list") ? " own" : " none";
  text += val("list").in(object) ? " in" : " out";
  text += object.delete_("list") ? " deleted" : " kept";
  text += object["list"].isUndefined() ? " gone" : " there";
  text += val::global("Math").call<val>("max", 3, 9) == val(9) ? " nine" : " other";
  text += map.instanceof(val::global("Map")) ? " map" : " no map";
  text += val(3) < val(4) ? " less" : " more";
  text += !val(0) ? " falsy" : " truthy";
  text += val("1").equals(val("1")) && !val("1").strictlyEquals(val(1)) ? " strict" : " loose";
  return text;
}

static std::string iterate(const val& iterable) {
  std::string all;
  for (val item : iterable) all += item.call<std::string>("toString") + ";";
  return all;
}

static val tone() {
  val context = val::global("AudioContext");
  val holder = val::module_property("Player").new_(val("tone"), 440);
  holder.set("rate", holder["frequency"].as<int>() * 2);
  holder["nested"].set("deep", context.isUndefined());
  return holder;
}

static std::vector<int> copy(const val& given) { return vecFromJSArray<int>(given); }
static int as_numbers(const val& value) {
  return value.as<int>() + static_cast<int>(value.as<double>() * 10) + static_cast<int>(value.as<float>());
}
static std::string typed(const val& value) {
  describe(value);
  return value.isTrue() ? "true" : value.isFalse() ? "false" : value.isArray() ? "array" : "else";
}
static val spread(val function, val arguments) { return function.call<val>("apply", val::null(), arguments); }

EMSCRIPTEN_DECLARE_VAL_TYPE(TextCallback);
static std::string with_type(const TextCallback& callback) { return callback(2).as<std::string>(); }

EMSCRIPTEN_BINDINGS(values) {
  register_type<TextCallback>("(count: number) => string");
  register_vector<int>("Ints");
  function("tour", &tour);
  function("iterate", &iterate);
  function("tone", &tone);
  function("copy", &copy);
  function("asNumbers", &as_numbers);
  function("typed", &typed);
  function("spread", &spread);
  function("withType", &with_type);
}
