#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <type_traits>
#include <emscripten/emscripten.h>

struct Particle {
  std::uint8_t kind;
  std::uint8_t alive;
  std::uint16_t age;
  float x;
  float y;
  double mass;
};

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t particle_size() {
  return sizeof(Particle);
}

extern "C" EMSCRIPTEN_KEEPALIVE std::size_t sum_of_fields() {
  const Particle particle{};
  return sizeof particle.kind + sizeof particle.mass + sizeof particle.age + sizeof particle.x + sizeof particle.y +
         sizeof particle.alive;
}

template <typename T>
constexpr bool has_seven_fields = requires { T{0, 0, 0, 0, 0, 0, 0}; };

extern "C" EMSCRIPTEN_KEEPALIVE bool has_its_fields() {
  return !has_seven_fields<Particle> && alignof(Particle) == 8 &&
         std::is_same_v<decltype(Particle::mass), double> && std::is_same_v<decltype(Particle::x), float> &&
         std::is_same_v<decltype(Particle::y), float> && std::is_same_v<decltype(Particle::age), std::uint16_t> &&
         std::is_same_v<decltype(Particle::kind), std::uint8_t> &&
         std::is_same_v<decltype(Particle::alive), std::uint8_t>;
}

extern "C" EMSCRIPTEN_KEEPALIVE bool keeps_values() {
  Particle particle{};
  particle.mass = 0.1;
  particle.x = particle.y = 0.5F;
  particle.age = 65'535;
  particle.kind = particle.alive = 255;
  return particle.mass == 0.1 && particle.x == 0.5F && particle.y == 0.5F && particle.age == 65'535 &&
         particle.kind == 255 && particle.alive == 255;
}

int main() {
  std::printf("%zu bytes, %zu of them in fields\n", particle_size(), sum_of_fields());
}
