#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE char* reserve(std::size_t size) {
  return static_cast<char*>(std::malloc(size));
}

extern "C" EMSCRIPTEN_KEEPALIVE void welcome(const char* name) { std::printf("Welcome, %s!\n", name); }

extern "C" EMSCRIPTEN_KEEPALIVE void release(char* name) { std::free(name); }

int main() {}
