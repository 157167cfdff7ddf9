#include <cstdint>
#include <cstdio>
#include <emscripten/bind.h>
#include <vector>
#include "station.h"

namespace {
const std::vector<Reading> day = station(200);

template <typename T>
std::vector<T> column(T Reading::* field) {
  std::vector<T> values;
  values.reserve(day.size());
  for (const Reading& reading : day) values.push_back(reading.*field);
  return values;
}

std::vector<std::uint32_t> minutes() { return column(&Reading::minute); }
std::vector<float> degrees() { return column(&Reading::degrees); }

void report(double mean, std::uint32_t minute) noexcept {
  std::printf("mean %.4f degrees, highest at minute %u\n", mean, minute);
}
}  // namespace

EMSCRIPTEN_BINDINGS(weather) {
  emscripten::register_vector<std::uint32_t>("Integers");
  emscripten::register_vector<float>("Floats");
  emscripten::function("minutes", &minutes);
  emscripten::function("degrees", &degrees);
  emscripten::function("report", &report);
}

int main() {}
