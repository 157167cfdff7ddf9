// fails: output "1\n2\n3\n"
#include <cstdio>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE int* next_id() {
  int* id = new int(0);
  ++*id;
  return id;
}

void use_the_stack() {
  [[maybe_unused]] int many[64] = {};
}

extern "C" EMSCRIPTEN_KEEPALIVE int read_later() {
  const int* id = next_id();
  use_the_stack();
  return *id;
}

extern unsigned char __global_base;
extern unsigned char __data_end;

extern "C" EMSCRIPTEN_KEEPALIVE bool is_static() {
  const void* id = next_id();
  for (int call = 0; call < 300; ++call) {
    if (next_id() != id) return false;
  }
  return id >= &__global_base && id < &__data_end;
}

int main() {
  for (int call = 0; call < 3; ++call) std::printf("%d\n", *next_id());
}
