// fails: output "16 x 9: made\n25600 x 41944: refused\n20 x 1250: made\n100 x 250: made\n3 x 7: made\n"
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
  if (width == 0 || height == 0 || width > most_bytes / 4 / height) return nullptr;
  auto* p = static_cast<std::uint8_t*>(std::malloc(std::size_t{width} * height * 4));
  if (p) std::memset(p, 0x7F, std::size_t{width} * height * 4);
  return p;
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
