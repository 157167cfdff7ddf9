#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <emscripten/emscripten.h>

constexpr std::uint32_t most_bytes = 100'000;

extern "C" {

// Gives a black image of four bytes a pixel to the caller. Null where there is no such image, or no memory.
EMSCRIPTEN_KEEPALIVE std::uint8_t* make_image(std::uint32_t width, std::uint32_t height) noexcept {
  const std::uint64_t pixels = std::uint64_t{width} * height;
  if (pixels == 0 || pixels > most_bytes / 4) return nullptr;
  return static_cast<std::uint8_t*>(std::calloc(static_cast<std::size_t>(pixels), 4));
}

EMSCRIPTEN_KEEPALIVE void release_image(std::uint8_t* image) noexcept {
  std::free(image);
}

// Makes one row of an image white.
EMSCRIPTEN_KEEPALIVE void paint_row(std::uint8_t* image, std::uint32_t width, std::uint32_t row) noexcept {
  std::memset(image + 4 * std::size_t{width} * row, 0xFF, 4 * std::size_t{width});
}

EMSCRIPTEN_KEEPALIVE void report(std::uint32_t width, std::uint32_t height, bool made) noexcept {
  std::printf("%u x %u: %s\n", width, height, made ? "made" : "refused");
}

}

int main() {}
