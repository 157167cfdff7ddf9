// exit: 9
// em++ differs: its exit() unwinds the stack, which the C++ standard forbids
#include <cstdio>
#include <cstdlib>

struct Speaker {
  const char *name;
  explicit Speaker(const char *given) : name(given) { std::printf("made %s\n", name); }
  ~Speaker() { std::printf("gone %s\n", name); }
};

static Speaker first("first");
static Speaker second("second");

int main() {
  static Speaker local("local");
  Speaker automatic("automatic");
  std::exit(9);
}
