// fails: output "1\n1\n0\n0\n0\n0\n1\n10\n0\n4\n"
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <new>
#include <emscripten/emscripten.h>

constexpr std::size_t image_bytes = 64;

using Handle = std::uint32_t;

struct Slot {
  std::unique_ptr<std::uint8_t[]> pixels;
  bool closed = false;
};

[[clang::no_destroy]] std::array<Slot, 4> images;

Slot* slot_of(Handle image) noexcept {
  const std::size_t index = image - 1;
  if (index >= images.size() || images[index].pixels == nullptr) return nullptr;
  return &images[index];
}

extern "C" {

// Gives a black image to the caller, who closes it. 0 where there is no room.
EMSCRIPTEN_KEEPALIVE Handle image_open() noexcept {
  for (std::size_t index = 0; index < images.size(); ++index) {
    if (images[index].pixels != nullptr) continue;
    images[index].pixels.reset(new (std::nothrow) std::uint8_t[image_bytes]{});
    return images[index].pixels == nullptr ? 0 : index + 1;
  }
  return 0;
}

// Lends the pixels until the image is closed. Null where there is no such image.
EMSCRIPTEN_KEEPALIVE std::uint8_t* image_pixels(Handle image) noexcept {
  Slot* const slot = slot_of(image);
  return slot == nullptr ? nullptr : slot->pixels.get();
}

// 1 where the image was closed, 0 where there is no such image.
EMSCRIPTEN_KEEPALIVE std::int32_t image_close(Handle image) noexcept {
  Slot* const slot = slot_of(image);
  if (slot == nullptr) return 0;
  slot->pixels.reset();
  slot->closed = true;
  return 1;
}

EMSCRIPTEN_KEEPALIVE void print_number(std::int32_t number) noexcept {
  std::printf("%d\n", number);
}

}

int main() {}
