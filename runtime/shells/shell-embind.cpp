// Like shell.c, with Embind's part of the glue as well. Referring to Embind once makes emcc set up its runtime.
#include <ctime>

#include <emscripten/bind.h>

EMSCRIPTEN_BINDINGS(shell) {}

int main() {
  tzset();
  return 0;
}
