// fails: call read_big_endian(262140) = 0
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <emscripten/emscripten.h>

std::uint8_t packet[8] = {0x00, 0x00, 0x01, 0x02, 0xFF, 0x00, 0x00, 0x01};

extern "C" EMSCRIPTEN_KEEPALIVE std::uint8_t* packet_address() {
  return packet;
}

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t read_big_endian(const std::uint8_t* bytes) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes, 8);
  return static_cast<std::uint32_t>(__builtin_bswap64(number) >> 32);
}

int main() {
  std::printf("%u %u\n", read_big_endian(packet), read_big_endian(packet + 4));
}
