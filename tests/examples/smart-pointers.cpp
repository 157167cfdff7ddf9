#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
};
struct Square : Shape {
  double side;
  explicit Square(double given) : side(given) {}
  double area() const override { return side * side; }
};
struct Circle : Shape {
  double radius;
  explicit Circle(double given) : radius(given) {}
  double area() const override { return 3.0 * radius * radius; }
};

int main() {
  std::vector<std::unique_ptr<Shape>> shapes;
  shapes.push_back(std::make_unique<Square>(2));
  shapes.push_back(std::make_unique<Circle>(1));
  double sum = 0;
  for (const auto &shape : shapes) sum += shape->area();
  auto shared = std::make_shared<std::string>("kept");
  std::weak_ptr<std::string> weak = shared;
  std::printf("%.2f %ld ", sum, shared.use_count());
  shared.reset();
  std::printf("%d %d\n", weak.expired(), dynamic_cast<Circle *>(shapes[0].get()) == nullptr);
}
