#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <new>
#include <utility>
#include <emscripten/emscripten.h>

constexpr std::size_t image_bytes = 64;

// Each image has a number of its own, and none has 0.
using Handle = std::uint32_t;

// At most four images.
[[clang::no_destroy]] std::map<Handle, std::unique_ptr<std::uint8_t[]>> images;
Handle last_handle = 0;

extern "C" {

// Gives a black image to the caller, who closes it. 0 where there is no room.
EMSCRIPTEN_KEEPALIVE Handle image_open() noexcept {
  if (images.size() == 4) return 0;
  std::unique_ptr<std::uint8_t[]> pixels(new (std::nothrow) std::uint8_t[image_bytes]{});
  if (pixels == nullptr) return 0;
  images.emplace(++last_handle, std::move(pixels));
  return last_handle;
}

// Lends the pixels until the image is closed. Null where there is no such image.
EMSCRIPTEN_KEEPALIVE std::uint8_t* image_pixels(Handle image) noexcept {
  const auto found = images.find(image);
  return found == images.end() ? nullptr : found->second.get();
}

// 1 where the image was closed, 0 where there is no such image.
EMSCRIPTEN_KEEPALIVE std::int32_t image_close(Handle image) noexcept {
  return images.erase(image) == 1 ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void print_number(std::int32_t number) noexcept {
  std::printf("%d\n", number);
}

}

int main() {}
