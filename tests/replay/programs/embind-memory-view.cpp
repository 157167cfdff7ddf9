#include <emscripten/bind.h>
#include <cstdint>
#include <cstdio>

static std::uint16_t samples[600];
static float levels[40];
static emscripten::val sample_view() { return emscripten::val(emscripten::typed_memory_view(600, samples)); }
static emscripten::val level_view() { return emscripten::val(emscripten::typed_memory_view(40, levels)); }
static void smooth() {
  for (int i = 1; i < 600; ++i) samples[i] = static_cast<std::uint16_t>((samples[i] + samples[i - 1]) / 2);
  for (float& level : levels) level *= 0.5f;
}

EMSCRIPTEN_BINDINGS(sound) {
  emscripten::function("samples", &sample_view);
  emscripten::function("levels", &level_view);
  emscripten::function("smooth", &smooth);
}

int main() { smooth(); }
