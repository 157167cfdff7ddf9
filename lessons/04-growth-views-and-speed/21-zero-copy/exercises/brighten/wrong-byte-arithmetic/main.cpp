// fails: call tried(0x40FA0A05, 300) = 1090519039
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <emscripten/emscripten.h>
#include <numeric>
#include <span>

alignas(4) std::uint8_t frame[4 * 16 * 8];

extern "C" EMSCRIPTEN_KEEPALIVE std::uint8_t* frame_address() noexcept { return frame; }

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t frame_sum() noexcept {
  return std::accumulate(std::begin(frame), std::end(frame), 0u);
}

extern "C" EMSCRIPTEN_KEEPALIVE void brighten(std::uint8_t* pixels, std::uint32_t count, std::uint32_t amount) noexcept {
  for (std::uint32_t i = 0; i < 4 * count; ++i) {
    if (i % 4 == 3) continue;
    const auto sum = static_cast<std::uint8_t>(pixels[i] + amount);
    pixels[i] = sum < pixels[i] ? 255 : sum;
  }
}

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t tried(std::uint32_t pixel, std::uint32_t amount) noexcept {
  std::uint32_t pixels[] = {pixel, 0};
  brighten(reinterpret_cast<std::uint8_t*>(pixels), 1, amount);
  return pixels[0] - pixels[1];
}

int main() {
  for (std::uint32_t i = 0; i < 128; ++i) {
    frame[4 * i] = static_cast<std::uint8_t>(2 * i);
    frame[4 * i + 1] = 40;
    frame[4 * i + 2] = 200;
    frame[4 * i + 3] = 200;
  }
}
