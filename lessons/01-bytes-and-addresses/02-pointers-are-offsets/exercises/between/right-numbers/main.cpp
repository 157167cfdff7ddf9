#include <cstddef>
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t bytes_between(const std::uint32_t* from, const std::uint32_t* to) {
  return static_cast<std::ptrdiff_t>(reinterpret_cast<std::uintptr_t>(to) - reinterpret_cast<std::uintptr_t>(from));
}

extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t elements_between(const std::uint32_t* from, const std::uint32_t* to) {
  return to - from;
}

int main() {}
