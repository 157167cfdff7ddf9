#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <emscripten/emscripten.h>

// A message: its count of measurements in 4 bytes, then each measurement as a double.
extern "C" EMSCRIPTEN_KEEPALIVE std::byte* measure() {
  const double degrees[] = {18.5, 19.0, 21.5};
  const std::uint32_t count = 3;
  auto* message = static_cast<std::byte*>(std::malloc(sizeof count + sizeof degrees));
  std::memcpy(message, &count, sizeof count);
  std::memcpy(message + sizeof count, degrees, sizeof degrees);
  return message;
}

extern "C" EMSCRIPTEN_KEEPALIVE void release(std::byte* message) { std::free(message); }

int main() {}
