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
