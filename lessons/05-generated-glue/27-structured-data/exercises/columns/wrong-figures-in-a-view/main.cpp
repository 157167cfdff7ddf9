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
double results[2];

emscripten::val figures() {
  const auto day = station(100);
  double sum = 0;
  const Reading* highest = &day.front();
  for (const Reading& reading : day) {
    sum += static_cast<double>(reading.degrees);
    if (reading.degrees > highest->degrees) highest = &reading;
  }
  results[0] = sum / static_cast<double>(day.size());
  results[1] = highest->minute;
  return emscripten::val(emscripten::typed_memory_view(2, results));
}

void report(double mean, std::uint32_t minute) noexcept {
  std::printf("mean %.4f degrees, highest at minute %u\n", mean, minute);
}
}  // namespace

EMSCRIPTEN_BINDINGS(weather) {
  emscripten::function("figures", &figures);
  emscripten::function("report", &report);
}

int main() {}
