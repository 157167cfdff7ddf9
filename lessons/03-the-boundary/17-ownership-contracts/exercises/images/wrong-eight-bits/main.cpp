// fails: output "1\n1\n0\n0\n0\n0\n1\n10\n0\n4\n"
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <new>
#include <emscripten/emscripten.h>

constexpr std::size_t image_bytes = 64;

// The generation of a slot in the upper half, its index in the lower. 0 is no image.
using Handle = std::uint32_t;

struct Slot {
  std::unique_ptr<std::uint8_t[]> pixels;
  std::uint8_t generation = 1;
};

[[clang::no_destroy]] std::array<Slot, 4> images;

Slot* slot_of(Handle image) noexcept {
  const std::size_t index = image & 0xFFFF;
  if (index >= images.size()) return nullptr;
  Slot& slot = images[index];
  return slot.pixels != nullptr && slot.generation == image >> 16 ? &slot : nullptr;
}

extern "C" {

// Gives a black image to the caller, who closes it. 0 where there is no room.
EMSCRIPTEN_KEEPALIVE Handle image_open() noexcept {
  for (std::size_t index = 0; index < images.size(); ++index) {
    Slot& slot = images[index];
    if (slot.pixels != nullptr) continue;
    slot.pixels.reset(new (std::nothrow) std::uint8_t[image_bytes]{});
    return slot.pixels == nullptr ? 0 : static_cast<Handle>(slot.generation) << 16 | index;
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
  ++slot->generation;
  return 1;
}

EMSCRIPTEN_KEEPALIVE void print_number(std::int32_t number) noexcept {
  std::printf("%d\n", number);
}

}

int main() {}
