#include <cstdio>
#include <new>
#include <stdexcept>
#include <vector>

static int alive;
struct Part {
  int id;
  explicit Part(int n) : id(n) {
    if (n == 3) throw std::runtime_error("third");
    ++alive;
  }
  Part(const Part& other) : id(other.id) { ++alive; }
  ~Part() { --alive; }
};
struct Whole {
  Part a{1}, b{2};
  Part* c = new Part(3);
};

int main() {
  for (int i = 0; i < 3; ++i) {
    try {
      Whole whole;
      std::puts("never");
    } catch (const std::exception& error) {
      std::printf("%s %d\n", error.what(), alive);
    }
  }
  try {
    std::vector<Part> parts;
    for (int i = 0; i < 5; ++i) parts.emplace_back(i);
  } catch (const std::runtime_error&) {
    std::printf("%d\n", alive);
  }
}
