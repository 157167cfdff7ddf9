// fails: call bytes_between(1040, 1024) = -16
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t bytes_between(const std::uint32_t* from, const std::uint32_t* to) {
  return std::abs(to - from) * 4;
}

extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t elements_between(const std::uint32_t* from, const std::uint32_t* to) {
  return to - from;
}

int main() {}
