#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/bind.h>
#include <vector>

struct Reading {
  std::uint32_t minute;
  float degrees;
  float wind;
};

/** Readings of a day, one each fourteen minutes. */
std::vector<Reading> station(std::size_t count) {
  std::vector<Reading> readings;
  readings.reserve(count);
  std::uint32_t state = 42;
  for (std::size_t i = 0; i < count; ++i) {
    state = state * 1'664'525 + 1'013'904'223;
    readings.push_back({static_cast<std::uint32_t>(14 * i), static_cast<float>(state >> 24) / 8,
                        static_cast<float>((state >> 16) & 255) / 16});
  }
  return readings;
}

namespace {
const std::vector<Reading> day = station(100);

template <typename T>
std::vector<T> column(T Reading::* field) {
  std::vector<T> values;
  values.reserve(day.size());
  for (const Reading& reading : day) values.push_back(reading.*field);
  return values;
}

template <typename T>
emscripten::val view_of(const std::vector<T>& values) {
  return emscripten::val(emscripten::typed_memory_view(values.size(), values.data()));
}

emscripten::val minutes() {
  static const std::vector<std::uint32_t> all = column(&Reading::minute);
  return view_of(all);
}

emscripten::val degrees() {
  static const std::vector<float> all = column(&Reading::degrees);
  return view_of(all);
}

void report(double mean, std::uint32_t minute) noexcept {
  std::printf("mean %.4f degrees, highest at minute %u\n", mean, minute);
}
}  // namespace

EMSCRIPTEN_BINDINGS(weather) {
  emscripten::function("minutes", &minutes);
  emscripten::function("degrees", &degrees);
  emscripten::function("report", &report);
}

int main() {}
