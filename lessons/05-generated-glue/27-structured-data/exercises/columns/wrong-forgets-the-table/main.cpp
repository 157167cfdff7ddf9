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
class Table {
public:
  explicit Table(std::size_t count) {
    minutes_.reserve(count);
    degrees_.reserve(count);
    for (const Reading& reading : station(count)) {
      minutes_.push_back(reading.minute);
      degrees_.push_back(reading.degrees);
    }
  }

  emscripten::val minutes() const {
    return emscripten::val(emscripten::typed_memory_view(minutes_.size(), minutes_.data()));
  }
  emscripten::val degrees() const {
    return emscripten::val(emscripten::typed_memory_view(degrees_.size(), degrees_.data()));
  }

private:
  std::vector<std::uint32_t> minutes_;
  std::vector<float> degrees_;
};

void report(double mean, std::uint32_t minute) noexcept {
  std::printf("mean %.4f degrees, highest at minute %u\n", mean, minute);
}
}  // namespace

EMSCRIPTEN_BINDINGS(weather) {
  emscripten::class_<Table>("Table")
      .constructor<std::size_t>()
      .function("minutes", &Table::minutes)
      .function("degrees", &Table::degrees);
  emscripten::function("report", &report);
}

int main() {}
