// fails: call field_sum() = 3656
#include <cstddef>
#include <cstdio>
#include <emscripten/emscripten.h>

struct Particle {
  float x, y, vx, vy;
};

Particle field[64];

extern "C" EMSCRIPTEN_KEEPALIVE Particle* field_address() noexcept { return field; }

extern "C" EMSCRIPTEN_KEEPALIVE void step() noexcept {
  static bool moved = false;
  if (moved) return;
  moved = true;
  for (Particle& particle : field) {
    particle.x += 10 * particle.vx;
    particle.y += 10 * particle.vy;
  }
}

extern "C" EMSCRIPTEN_KEEPALIVE int field_sum() noexcept {
  float sum = 0;
  for (const Particle& particle : field) sum += particle.x + particle.y;
  return static_cast<int>(sum);
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_centre(float x, float y) { std::printf("centre %.3f %.3f\n", x, y); }

int main() {
  for (std::size_t i = 0; i < 64; ++i) {
    const auto column = static_cast<float>(i % 8);
    const auto row = static_cast<float>(i / 8);
    field[i] = {8 * column, 4 * row, 0.25f * row, 0.5f};
  }
}
