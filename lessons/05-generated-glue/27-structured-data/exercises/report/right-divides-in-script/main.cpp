#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <emscripten/bind.h>
#include <numeric>
#include <span>

namespace {
constexpr float clips[3][6] = {
    {0.5f, -0.25f, 0.75f, 0, 0.25f, -0.5f}, {-1, -0.5f, -0.25f, -0.75f, -0.5f, 0}, {0, 0.125f, 0.25f, 0.5f, 1, 0.5f}};

struct Summary {
  std::uint32_t count;
  float low, high;
  double sum;
  std::uint32_t peak_at;
};

Summary summarise(std::uint32_t number) noexcept {
  const std::span<const float> clip(clips[number]);
  const auto [low, high] = std::ranges::minmax_element(clip);
  return {static_cast<std::uint32_t>(clip.size()), *low, *high,
          std::accumulate(clip.begin(), clip.end(), 0.0),
          static_cast<std::uint32_t>(high - clip.begin())};
}

void show(std::uint32_t count, float low, float high, double mean, std::uint32_t peak_at) noexcept {
  std::printf("%u samples from %.3f to %.3f, mean %.4f, peak at %u\n", count, static_cast<double>(low),
              static_cast<double>(high), mean, peak_at);
}
}  // namespace

EMSCRIPTEN_BINDINGS(recorder) {
  emscripten::value_object<Summary>("Summary")
      .field("count", &Summary::count)
      .field("low", &Summary::low)
      .field("high", &Summary::high)
      .field("sum", &Summary::sum)
      .field("peakAt", &Summary::peak_at);
  emscripten::function("summarise", &summarise);
  emscripten::function("show", &show);
}

int main() {}
