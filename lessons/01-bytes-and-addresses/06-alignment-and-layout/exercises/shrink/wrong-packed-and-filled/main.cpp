// fails: source-lacks "pack"
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>

struct [[gnu::packed]] Particle {
  double mass;
  float x;
  float y;
  std::uint16_t age;
  std::uint8_t kind;
  std::uint8_t alive;
  std::uint8_t unused[4];
};

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t particle_size() {
  return sizeof(Particle);
}

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t sum_of_fields() {
  const Particle particle{};
  return sizeof particle.kind + sizeof particle.mass + sizeof particle.age + sizeof particle.x + sizeof particle.y +
         sizeof particle.alive;
}

int main() {
  std::printf("%zu bytes, %zu of them in fields\n", particle_size(), sum_of_fields());
}
