#include <cstddef>
#include <cstdint>
#include <span>
#include <emscripten/emscripten.h>

std::uint8_t inbox[16];

extern "C" EMSCRIPTEN_KEEPALIVE std::uint8_t* inbox_address() {
  return inbox;
}

// Adds up `length` bytes, starting at `data`.
extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t checksum(const std::uint8_t* data, std::size_t length) {
  std::uint32_t sum = 0;
  for (const std::uint8_t each : std::span(data, length)) sum += each;
  return sum;
}

int main() {}
