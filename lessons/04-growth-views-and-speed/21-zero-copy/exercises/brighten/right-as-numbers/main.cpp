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
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t* const pixel = reinterpret_cast<std::uint32_t*>(pixels) + i;
    std::uint32_t result = *pixel & 0xFF000000;
    for (unsigned shift = 0; shift < 24; shift += 8)
      result |= std::min<std::uint32_t>((*pixel >> shift & 0xFF) + amount, 255) << shift;
    *pixel = result;
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
