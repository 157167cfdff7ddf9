// C++ calls JavaScript, which calls C++, which throws through both and is caught outside or inside.
#include <cstdio>
#include <emscripten/bind.h>
#include <stdexcept>

static int depths[16], deepest;
static int dive(emscripten::val back, int n) {
  depths[n]++;
  if (n > deepest) deepest = n;
  if (n == 6) throw std::runtime_error("bottom");
  try {
    return back(n + 1).as<int>() + 1;
  } catch (const std::exception&) {
    depths[15]++;
    if (n % 2) throw;
    return 100 + n;
  }
}
static int fails(emscripten::val back) {
  depths[14]++;
  return back(6).as<int>();
}

EMSCRIPTEN_BINDINGS(diving) {
  emscripten::function("dive", &dive);
  emscripten::function("fails", &fails);
}
int main() { std::printf("%d\n", deepest); }
