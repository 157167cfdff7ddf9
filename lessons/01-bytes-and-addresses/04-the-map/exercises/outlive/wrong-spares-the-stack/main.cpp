// fails: unchanged main.cpp from "void use_the_stack() {"
#include <cstdio>
#include <emscripten/emscripten.h>

int n=0;
extern "C" EMSCRIPTEN_KEEPALIVE int* next_id() { int copy = ++n; int* p = &copy; return p; }
void use_the_stack() {}
extern "C" EMSCRIPTEN_KEEPALIVE int read_later() { next_id(); return n; }
int main() { for (int i = 1; i < 4; ++i) { next_id(); std::printf("%d\n", i); } }
