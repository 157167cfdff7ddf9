// fails: no-leak
#include <cstddef>
#include <cstdint>
#include <emscripten/emscripten.h>

std::uint8_t inbox[16];

extern "C" EMSCRIPTEN_KEEPALIVE std::uint8_t* inbox_address() {
  return inbox;
}

// Adds up `length` bytes, starting at `data`.
extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t checksum(const std::uint8_t* data, std::size_t length) {
  auto* copy = new std::uint8_t[16];
  for (std::size_t i = 0; i < length; ++i) copy[i] = data[i];
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < length; ++i) sum += copy[i];
  return sum;
}

int main() {}
