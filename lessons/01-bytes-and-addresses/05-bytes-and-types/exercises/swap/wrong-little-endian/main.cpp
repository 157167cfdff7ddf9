// fails: output "258 4278190081\n"
#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>

std::uint8_t packet[8] = {0x00, 0x00, 0x01, 0x02, 0xFF, 0x00, 0x00, 0x01};

extern "C" EMSCRIPTEN_KEEPALIVE std::uint8_t* packet_address() {
  return packet;
}

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t read_big_endian(const std::uint8_t* bytes) {
  return std::uint32_t{bytes[3]} << 24 | std::uint32_t{bytes[2]} << 16 | std::uint32_t{bytes[1]} << 8 | bytes[0];
}

int main() {
  std::printf("%u %u\n", read_big_endian(packet), read_big_endian(packet + 4));
}
