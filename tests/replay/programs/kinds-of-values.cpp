// Values of kinds that few programs have, and names that hide each other.
#include <cstdio>

enum Access { read = 1, write = 2, execute = 4 };
enum class Level : signed char { low = -1, high = 1 };

struct Shape {
  int sides = 4;
  virtual int area() { return sides; }
  int twice(int of) const { return 2 * of; }
};

static int square(int of) { return of * of; }

static int count() {
  static int calls = 10;
  calls++;
  return calls;
}

static int sum(int size) {
  int items[size];
  items[0] = 7;
  return items[0];
}

int main() {
  Access access = static_cast<Access>(read | execute);
  Access unknown = static_cast<Access>(9);
  Level level = Level::low;
  _Complex double point = 1.5;
  __imag__ point = -2;
  int (*function)(int) = square;
  int (Shape::*method)(int) const = &Shape::twice;
  int (Shape::*overridden)() = &Shape::area;
  int Shape::*field = &Shape::sides;
  int Shape::*none = nullptr;
  union {
    int number;
    unsigned char byte;
  };
  number = 0x141;
  int value = 1, last = 2;
  for (int value = 2; value < 3; value++) {
    int number = value;
    printf("%d\n", number);
  }
  const struct { int width, height; } size{3, 5};
  const auto [width, height] = size;
  auto add = [value, &last](int more) { return value + last + more; };
  __int128 large = static_cast<__int128>(1) << 100;
  last = count() + sum(2) + add(3) + static_cast<int>(large >> 100);
  printf("%d %d %d\n", last, access + unknown + static_cast<int>(level), width * height);
  Shape shape;
  return (shape.*method)(1) + (shape.*overridden)() + function(2) + shape.*field - 14 + (none != nullptr) +
         static_cast<int>(__real__ point) - 1;
}
