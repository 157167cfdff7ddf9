#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>
#include <span>
#include <string>
#include <vector>

namespace {
emscripten::val samples_class = emscripten::val::undefined();

void hand_over(emscripten::val samples) { samples_class = samples; }

void print_number(double number) noexcept { std::printf("%.3f\n", number); }

void print_text(const std::string& text) noexcept { std::puts(text.c_str()); }
}  // namespace

EMSCRIPTEN_BINDINGS(samples) {
  emscripten::function("handOver", &hand_over);
  emscripten::function("printNumber", &print_number);
  emscripten::function("printText", &print_text);
}

extern "C" {

/// Samples of silence, or null where there is no room.
EMSCRIPTEN_KEEPALIVE float* samples_new(std::size_t count) noexcept {
  return static_cast<float*>(std::calloc(count, sizeof(float)));
}

EMSCRIPTEN_KEEPALIVE void samples_delete(float* samples) noexcept { std::free(samples); }

/// Each sample becomes the mean of itself and its neighbours. Needs room for a copy.
EMSCRIPTEN_KEEPALIVE void samples_smooth(float* samples, std::size_t count) {
  const std::vector<float> before(samples, samples + count);
  for (std::size_t i = 1; i + 1 < count; ++i) samples[i] = (before[i - 1] + before[i] + before[i + 1]) / 3;
}

EMSCRIPTEN_KEEPALIVE float samples_peak(const float* samples, std::size_t count) noexcept {
  const std::span all(samples, count);
  return count == 0 ? 0 : *std::ranges::max_element(all);
}

/// What the class makes of one loud sample at `at`, in thousandths.
EMSCRIPTEN_KEEPALIVE std::int32_t tried(std::size_t count, std::size_t at) {
  emscripten::val samples = samples_class.new_(count);
  samples["values"].set(at, 1.5);
  samples.call<void>("smooth");
  const double peak = samples.call<double>("peak") + samples["values"]["length"].as<double>();
  samples.call<void>("free");
  return static_cast<std::int32_t>(1000 * peak);
}

}

int main() {}
