#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <new>
#include <emscripten/emscripten.h>

constexpr std::size_t image_bytes = 64;

// Each image has a number of its own, and none has 0.
using Handle = std::uint32_t;

struct Slot {
  std::unique_ptr<std::uint8_t[]> pixels;
  Handle handle = 0;
};

[[clang::no_destroy]] std::array<Slot, 4> images;
Handle last_handle = 0;

Slot* slot_of(Handle image) noexcept {
  if (image == 0) return nullptr;
  for (Slot& slot : images) {
    if (slot.handle == image) return &slot;
  }
  return nullptr;
}

extern "C" {

// Gives a black image to the caller, who closes it. 0 where there is no room.
EMSCRIPTEN_KEEPALIVE Handle image_open() noexcept {
  for (Slot& slot : images) {
    if (slot.handle != 0) continue;
    slot.pixels.reset(new (std::nothrow) std::uint8_t[image_bytes]{});
    if (slot.pixels != nullptr) slot.handle = ++last_handle;
    return slot.handle;
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
  slot->handle = 0;
  return 1;
}

EMSCRIPTEN_KEEPALIVE void print_number(std::int32_t number) noexcept {
  std::printf("%d\n", number);
}

}

int main() {}
