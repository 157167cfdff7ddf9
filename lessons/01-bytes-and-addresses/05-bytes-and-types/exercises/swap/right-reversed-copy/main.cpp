#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>

std::uint8_t packet[8] = {0x00, 0x00, 0x01, 0x02, 0xFF, 0x00, 0x00, 0x01};

extern "C" EMSCRIPTEN_KEEPALIVE std::uint8_t* packet_address() {
  return packet;
}

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t read_big_endian(const std::uint8_t* bytes) {
  std::array<std::uint8_t, 4> turned{};
  std::reverse_copy(bytes, bytes + 4, turned.begin());
  return std::bit_cast<std::uint32_t>(turned);
}

int main() {
  std::printf("%u %u\n", read_big_endian(packet), read_big_endian(packet + 4));
}
