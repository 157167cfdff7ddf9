// Every kind of view writes, in one script, with calls in between.
#include <cstdint>

alignas(8) static unsigned char arena[8192];
extern "C" {
__attribute__((export_name("arena"))) unsigned char* place() { return arena; }
__attribute__((export_name("rotate"))) void rotate() {
  const unsigned char first = arena[0];
  for (int i = 0; i < 8191; ++i) arena[i] = arena[i + 1];
  arena[8191] = first;
}
}
int main() { rotate(); }
