#include <emscripten/bind.h>
#include <memory>
#include <string>

using namespace emscripten;

struct Shape {
  virtual ~Shape() = default;
  virtual std::string name() const { return "shape"; }
  virtual double area() const { return 0; }
  std::string tell() const { return name() + " of " + std::to_string(area()); }
};
struct Square : Shape {
  explicit Square(double side) : side(side) {}
  std::string name() const override { return "square"; }
  double area() const override { return side * side; }
  double side;
};
struct Circle : Shape {
  std::string name() const override { return "circle"; }
  double area() const override { return 3; }
};

static Shape* as_shape() { return new Square(4); }
static std::shared_ptr<Shape> shared_shape() { return std::make_shared<Circle>(); }
static std::string inspect(const Shape& shape) { return shape.tell(); }

struct Listener {
  virtual ~Listener() = default;
  virtual void heard(const std::string& what) = 0;
  virtual std::string answer(int times) { return "default " + std::to_string(times); }
};
struct ListenerWrapper : wrapper<Listener> {
  EMSCRIPTEN_WRAPPER(ListenerWrapper);
  void heard(const std::string& what) override { call<void>("heard", what); }
  std::string answer(int times) override { return call<std::string>("answer", times); }
};
static std::string talk(Listener& listener) {
  listener.heard("hello");
  return listener.answer(2);
}

EMSCRIPTEN_BINDINGS(inheritance) {
  class_<Shape>("Shape")
      .smart_ptr<std::shared_ptr<Shape>>("SharedShape")
      .function("name", &Shape::name)
      .function("tell", &Shape::tell);
  class_<Square, base<Shape>>("Square").constructor<double>().property("side", &Square::side);
  class_<Circle, base<Shape>>("Circle").constructor<>();
  function("asShape", &as_shape, allow_raw_pointers());
  function("sharedShape", &shared_shape);
  function("inspect", &inspect);
  class_<Listener>("Listener")
      .function("heard", &Listener::heard, pure_virtual())
      .function("answer", optional_override([](Listener& self, int times) { return self.Listener::answer(times); }))
      .allow_subclass<ListenerWrapper>("ListenerWrapper");
  function("talk", &talk);
}
