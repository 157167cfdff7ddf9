// new, new[], malloc and their ends; also those that fail, and wrong ones that change nothing.
#include <cstdio>
#include <cstdlib>
#include <new>

struct alignas(64) Line {
  int words[16];
};

int main() {
  int* one = new int(5);
  int* many = new int[200]();
  Line* lines = new Line[3];
  lines[2].words[15] = *one;
  char* c = static_cast<char*>(std::calloc(33, 3));
  c[98] = 7;
  delete[] lines;
  delete one;
  delete[] many;
  std::free(c);
  std::free(nullptr);
  void* nothing = ::operator new(4'000'000'000u, std::nothrow);
  try {
    char* big = new char[3'900'000'000u];
    big[0] = 1;
  } catch (const std::bad_alloc&) {
    std::printf("%p\n", nothing);
  }
  auto* place = std::malloc(sizeof(Line) + 64);
  auto* built = new (place) int{9};
  std::printf("%d\n", *built);
}
