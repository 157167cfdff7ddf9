// fails: call make_image(5, 0) = 0
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
  if (width == 0 || height > most_bytes / 4 / width) return nullptr;
  return static_cast<std::uint8_t*>(std::calloc(std::size_t{width} * height, 4));
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
