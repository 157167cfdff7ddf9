// fails: output "6\n"
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>
#include <vector>

std::uint8_t samples[4] = {1, 2, 3, 4};
std::uint8_t many[70'000];

extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t reversed_sum(const std::uint8_t* data, std::size_t length) {
  std::vector<std::uint8_t> buffer(length);
  for (std::size_t i = 0; i < length; ++i) buffer[length - 1 - i] = data[i];
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < length; ++i) sum += buffer[i];
  return sum;
}

int main() {
  std::printf("%u\n", reversed_sum(samples, 4));
  for (std::size_t i = 0; i < sizeof many; i += 1'000) many[i] = 200;
  reversed_sum(samples, 0);
  reversed_sum(many, 101);
  reversed_sum(many, 69'001);
}
