#include <cstdlib>
#include <emscripten.h>

EM_JS(void, play, (const float* samples, int count), {
  Module.samples ??= new Float32Array(HEAPF32.buffer, samples, count);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Module.samples[i];
  console.log(sum);
});

float samples[4] = {0.25f, 0.5f, 0.25f, 0.5f};

extern "C" EMSCRIPTEN_KEEPALIVE void frame(int scratch) {
  std::free(std::malloc(scratch));
  play(samples, 4);
}

int main() { return 0; }
