// expect: use-after-free at line 31, freed at line 30
#include <pagewise/allocator.h>

#include <cstddef>
#include <cstdlib>

struct arena {
  char* start = static_cast<char*>(std::malloc(1024));
  std::size_t used = 0;

  ~arena() { std::free(start); }
  int* numbers(int count) {
    void* block = start + used;
    used += count * sizeof(int);
    pagewise_allocated(block, count * sizeof(int));
    return static_cast<int*>(block);
  }
  void reset() {
    pagewise_released_all(start, used);
    used = 0;
  }
};

int main() {
  arena of;
  int* one = of.numbers(4);
  int* two = of.numbers(4);
  one[0] = 1;
  two[3] = 2;
  of.reset();
  return two[3] == 2 ? 0 : 1;
}
