#include <array>
#include <cstdio>
#include <string>
#include <vector>

static int order;
static int number() { return ++order; }
static const int first = number();
static std::vector<int> numbers = {first, number(), number()};
static const std::string name = "made before main, " + std::to_string(numbers.size());
static constinit std::array<int, 4> fixed = {4, 3, 2, 1};
thread_local int per_thread = number() * 10;
static int& lazy() {
  static int value = number() + 100;
  return value;
}

int main() {
  lazy()++;
  fixed[1] += lazy();
  std::printf("%s %d %d %d\n", name.c_str(), order, fixed[1], per_thread);
}
