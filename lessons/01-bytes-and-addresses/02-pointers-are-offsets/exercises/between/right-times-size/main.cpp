#include <cstddef>
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t bytes_between(const std::uint32_t* from, const std::uint32_t* to) {
  return (to - from) * static_cast<std::ptrdiff_t>(sizeof(std::uint32_t));
}

extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t elements_between(const std::uint32_t* from, const std::uint32_t* to) {
  return to - from;
}

int main() {}
