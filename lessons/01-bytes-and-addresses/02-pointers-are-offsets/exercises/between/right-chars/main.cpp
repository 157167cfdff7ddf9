#include <cstddef>
#include <cstdint>
#include <emscripten/emscripten.h>

extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t bytes_between(const std::uint32_t* from, const std::uint32_t* to) {
  const auto* first = reinterpret_cast<const char*>(from);
  const auto* last = reinterpret_cast<const char*>(to);
  return last - first;
}

extern "C" EMSCRIPTEN_KEEPALIVE std::ptrdiff_t elements_between(const std::uint32_t* from, const std::uint32_t* to) {
  return to - from;
}

int main() {}
