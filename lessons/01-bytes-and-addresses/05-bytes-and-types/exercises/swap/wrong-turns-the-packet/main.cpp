// fails: call read_big_endian(&packet) = 258
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <emscripten/emscripten.h>

std::uint8_t packet[8] = {0x00, 0x00, 0x01, 0x02, 0xFF, 0x00, 0x00, 0x01};

extern "C" EMSCRIPTEN_KEEPALIVE std::uint8_t* packet_address() {
  return packet;
}

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t read_big_endian(std::uint8_t* bytes) {
  std::reverse(bytes, bytes + 4);
  std::uint32_t number = 0;
  std::memcpy(&number, bytes, 4);
  std::reverse(packet, packet + 4);
  return number;
}

int main() {
  std::printf("%u %u\n", read_big_endian(packet), read_big_endian(packet + 4));
}
