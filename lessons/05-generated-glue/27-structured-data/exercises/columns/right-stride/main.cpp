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
std::vector<Reading> day = station(100);

std::uintptr_t address() noexcept { return reinterpret_cast<std::uintptr_t>(day.data()); }
std::size_t size() noexcept { return day.size(); }

void report(double mean, std::uint32_t minute) noexcept {
  std::printf("mean %.4f degrees, highest at minute %u\n", mean, minute);
}
}  // namespace

EMSCRIPTEN_BINDINGS(weather) {
  emscripten::function("address", &address);
  emscripten::function("size", &size);
  emscripten::function("report", &report);
}

int main() {}
