#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>

// What the user has set, in percent.
int* volume = nullptr;

extern "C" EMSCRIPTEN_KEEPALIVE float* new_sound(std::size_t size) {
  return static_cast<float*>(std::malloc(size));
}

extern "C" EMSCRIPTEN_KEEPALIVE void set_volume(int percent) {
  if (!volume) volume = new int;
  *volume = percent;
}

extern "C" EMSCRIPTEN_KEEPALIVE void play(const float* sound, int samples) {
  std::printf("%d samples, the first is %.2f, volume %d\n", samples, sound[0], *volume);
}

int main() {}
