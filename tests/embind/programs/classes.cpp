#include <cstdio>
#include <emscripten/bind.h>
#include <string>

using namespace emscripten;

class Counter {
public:
  Counter(int start, const std::string& label) : count(start), label_(label) { ++alive; }
  explicit Counter(int start) : Counter(start, "plain") {}
  Counter(const Counter& other) : count(other.count), label_(other.label_ + "'") { ++alive; }
  ~Counter() {
    --alive;
    std::printf("%s ends\n", label_.c_str());
  }
  void add() { ++count; }
  void add_many(int times) { count += times; }
  int get_count() const { return count; }
  void set_count(int value) { count = value; }
  std::string describe() const { return label_ + "=" + std::to_string(count); }
  static std::string read(const Counter& counter) { return "read " + counter.describe(); }
  static int living() { return alive; }
  int count;
  static inline int alive = 0;

private:
  std::string label_;
};

static Counter make(int start) { return Counter(start, "made"); }
static Counter* make_pointer(int start) { return new Counter(start, "pointer"); }
static int reset(Counter& counter) {
  int before = counter.count;
  counter.count = 0;
  return before;
}
static std::string shout(const Counter& counter) { return counter.describe() + "!"; }

EMSCRIPTEN_BINDINGS(classes) {
  class_<Counter>("Counter")
      .constructor<int, const std::string&>()
      .constructor<int>()
      .function("add", &Counter::add)
      .function("add", &Counter::add_many)
      .function("describe", &Counter::describe)
      .function("shout", &shout)
      .function("lambda", optional_override([](const Counter& self, int by) { return self.count * by; }))
      .property("count", &Counter::get_count, &Counter::set_count)
      .property("raw", &Counter::count)
      .property("shown", &Counter::describe)
      .class_function("read", &Counter::read)
      .class_function("living", &Counter::living)
      .class_property("alive", &Counter::alive);
  function("make", &make);
  function("makePointer", &make_pointer, allow_raw_pointers());
  function("reset", &reset);
}
