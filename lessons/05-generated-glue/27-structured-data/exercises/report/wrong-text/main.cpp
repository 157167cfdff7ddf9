#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <emscripten/bind.h>
#include <numeric>
#include <span>
#include <string>

namespace {
constexpr float clips[3][6] = {
    {0.5f, -0.25f, 0.75f, 0, 0.25f, -0.5f}, {-1, -0.5f, -0.25f, -0.75f, -0.5f, 0}, {0, 0.125f, 0.25f, 0.5f, 1, 0.5f}};

std::string summarise(std::uint32_t number) {
  const std::span<const float> clip(clips[number]);
  const auto [low, high] = std::ranges::minmax_element(clip);
  const double mean = std::accumulate(clip.begin(), clip.end(), 0.0) / static_cast<double>(clip.size());
  char json[128];
  std::snprintf(json, sizeof json, R"({"count":%zu,"low":%g,"high":%g,"mean":%.9g,"peakAt":%td})", clip.size(),
                static_cast<double>(*low), static_cast<double>(*high), mean, high - clip.begin());
  return json;
}

void show(std::uint32_t count, float low, float high, double mean, std::uint32_t peak_at) noexcept {
  std::printf("%u samples from %.3f to %.3f, mean %.4f, peak at %u\n", count, static_cast<double>(low),
              static_cast<double>(high), mean, peak_at);
}
}  // namespace

EMSCRIPTEN_BINDINGS(recorder) {
  emscripten::function("summarise", &summarise);
  emscripten::function("show", &show);
}

int main() {}
