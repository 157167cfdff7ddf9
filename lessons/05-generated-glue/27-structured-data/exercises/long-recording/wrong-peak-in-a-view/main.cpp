#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/bind.h>
#include <vector>

namespace {
std::vector<float> recording;
std::uint32_t state = 1;

void record(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    state = state * 1'664'525 + 1'013'904'223;
    const auto level = static_cast<float>(state >> 8) / 16'777'216;
    recording.push_back(level * static_cast<float>(recording.size()) / 4096);
  }
}

emscripten::val samples() {
  return emscripten::val(emscripten::typed_memory_view(recording.size(), recording.data()));
}

float loudest;

emscripten::val peak() {
  loudest = *std::ranges::max_element(recording);
  return emscripten::val(emscripten::typed_memory_view(1, &loudest));
}

void report(std::size_t count, float peak) noexcept {
  std::printf("%zu samples, peak %.4f\n", count, static_cast<double>(peak));
}
}  // namespace

EMSCRIPTEN_BINDINGS(recorder) {
  emscripten::function("record", &record);
  emscripten::function("samples", &samples);
  emscripten::function("peak", &peak);
  emscripten::function("report", &report);
}

int main() {}
