// expect: mismatched-free at line 9, allocated at line 7
#include <cstdlib>

struct Pair {
  int a, b;
};
static Pair *make() { return new Pair{1, 2}; }

int main() { std::free(make()); }
