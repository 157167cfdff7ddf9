#include <cstdint>
#include <cstdio>
#include <emscripten/bind.h>
#include <vector>
#include "station.h"

namespace {
void summarise();

void report(double mean, std::uint32_t minute) noexcept {
  std::printf("mean %.4f degrees, highest at minute %u\n", mean, minute);
}

void summarise() {
  const auto day = station(200);
  double sum = 0;
  const Reading* highest = &day.front();
  for (const Reading& reading : day) {
    sum += static_cast<double>(reading.degrees);
    if (reading.degrees > highest->degrees) highest = &reading;
  }
  report(sum / static_cast<double>(day.size()), highest->minute);
}
}  // namespace

EMSCRIPTEN_BINDINGS(weather) {
  emscripten::function("summarise", &summarise);
  emscripten::function("report", &report);
}

int main() {}
