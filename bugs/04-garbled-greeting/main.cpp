#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>

int* visits = nullptr;

// The caller releases the text.
extern "C" EMSCRIPTEN_KEEPALIVE char* greeting(int hour) {
  auto* text = static_cast<char*>(std::malloc(32));
  if (!visits) visits = new int(0);
  std::snprintf(text, 32, "Good %s, visitor %d!", hour < 12 ? "morning" : "evening", ++*visits);
  return text;
}

extern "C" EMSCRIPTEN_KEEPALIVE void release(char* text) { std::free(text); }

int main() {}
