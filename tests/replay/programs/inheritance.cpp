#include <cstdio>
#include <memory>
#include <vector>

struct Shape {
  virtual ~Shape() { std::printf("~%d ", tag); }
  virtual double area() const = 0;
  int tag = 1;
};
struct Coloured {
  virtual int colour() { return ++asked; }
  int asked = 40;
};
struct Square : Shape, Coloured {
  explicit Square(double s) : side(s) { tag = 2; }
  double area() const override { return side * side; }
  int colour() override { return Coloured::colour() * 2; }
  double side;
};
struct Circle : Shape {
  double area() const override { return 3.25; }
};

int main() {
  std::vector<std::unique_ptr<Shape>> shapes;
  for (int i = 0; i < 6; ++i) {
    if (i % 2) shapes.push_back(std::make_unique<Circle>());
    else shapes.push_back(std::make_unique<Square>(i));
  }
  double total = 0;
  for (const auto& shape : shapes) {
    total += shape->area();
    if (auto* coloured = dynamic_cast<Coloured*>(shape.get())) total += coloured->colour();
  }
  std::printf("%.2f\n", total);
}
