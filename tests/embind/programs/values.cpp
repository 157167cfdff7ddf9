#include <array>
#include <emscripten/bind.h>
#include <string>
#include <vector>

using namespace emscripten;

struct Point {
  float x;
  float y;
};
struct Person {
  std::string name;
  int age;
  Point at;
  std::array<int, 3> scores;
};
class Box {
public:
  int width() const { return width_; }
  void widen(int width) { width_ = width; }

private:
  int width_ = 1;
};

static Point middle(const Point& a, const Point& b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }
static Person older(Person person) {
  person.age++;
  person.name += " the older";
  person.scores[2] = person.age;
  return person;
}
static Box wide() {
  Box box;
  box.widen(9);
  return box;
}
static int width_of(const Box& box) { return box.width(); }

enum class Size { small = 1, medium, large = 10 };
enum Flag { off, on };
static Size next(Size size) { return size == Size::small ? Size::medium : Size::large; }
static int as_number(Flag flag) { return flag; }

EMSCRIPTEN_BINDINGS(values) {
  value_array<Point>("Point").element(&Point::x).element(&Point::y);
  value_array<std::array<int, 3>>("Scores")
      .element(emscripten::index<0>())
      .element(emscripten::index<1>())
      .element(emscripten::index<2>());
  value_object<Person>("Person")
      .field("name", &Person::name)
      .field("age", &Person::age)
      .field("at", &Person::at)
      .field("scores", &Person::scores);
  value_object<Box>("Box").field("width", &Box::width, &Box::widen);
  function("middle", &middle);
  function("older", &older);
  function("wide", &wide);
  function("widthOf", &width_of);
  enum_<Size>("Size").value("SMALL", Size::small).value("MEDIUM", Size::medium).value("LARGE", Size::large);
  enum_<Flag>("Flag").value("OFF", off).value("ON", on);
  function("next", &next);
  function("asNumber", &as_number);
}
