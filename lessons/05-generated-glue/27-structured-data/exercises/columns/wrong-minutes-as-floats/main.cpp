#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/bind.h>
#include <vector>
#include "station.h"

namespace {
std::vector<Reading> day = station(200);

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
