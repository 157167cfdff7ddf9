// What runs after main: handlers and destructors, in their order; the host calls back into the program for it.
#include <cstdio>
#include <cstdlib>

static int order[8], next;
struct Static {
  int id;
  ~Static() { order[next++] = id; }
};
static Static first{1};
int main() {
  static Static second{2};
  std::atexit([] { order[next++] = 3; std::printf("%d %d\n", order[0], next); });
  std::at_quick_exit([] { order[next++] = 4; });
  return 7;
}
