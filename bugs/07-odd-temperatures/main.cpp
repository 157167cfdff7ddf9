#include <cstdint>
#include <cstdlib>
#include <emscripten/emscripten.h>

struct Reading {
  std::uint8_t sensor;
  float degrees;
};

extern "C" EMSCRIPTEN_KEEPALIVE Reading* reserve(std::size_t size) {
  return static_cast<Reading*>(std::malloc(size));
}

extern "C" EMSCRIPTEN_KEEPALIVE void read_all(Reading* readings, int count) {
  for (int i = 0; i < count; ++i) {
    readings[i].sensor = static_cast<std::uint8_t>(i + 1);
    readings[i].degrees = 20.0f + static_cast<float>(i);
  }
}

extern "C" EMSCRIPTEN_KEEPALIVE void release(Reading* readings) { std::free(readings); }

int main() {}
