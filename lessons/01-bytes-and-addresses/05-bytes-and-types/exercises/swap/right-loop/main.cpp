#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>

std::uint8_t packet[8] = {0x00, 0x00, 0x01, 0x02, 0xFF, 0x00, 0x00, 0x01};

extern "C" EMSCRIPTEN_KEEPALIVE std::uint8_t* packet_address() {
  return packet;
}

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t read_big_endian(const std::uint8_t* bytes) {
  std::uint32_t number = 0;
  for (int i = 0; i < 4; ++i) number = number * 256 + bytes[i];
  return number;
}

int main() {
  std::printf("%u %u\n", read_big_endian(packet), read_big_endian(packet + 4));
}
