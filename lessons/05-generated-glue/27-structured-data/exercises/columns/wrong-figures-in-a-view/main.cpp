#include <cstdint>
#include <cstdio>
#include <emscripten/bind.h>
#include <vector>
#include "station.h"

namespace {
double results[2];

emscripten::val figures() {
  const auto day = station(200);
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
