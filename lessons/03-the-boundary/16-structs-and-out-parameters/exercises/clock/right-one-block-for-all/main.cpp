#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>

struct Clock {
  std::uint32_t hours;
  std::uint8_t minutes;
  std::uint8_t seconds;
};

static_assert(offsetof(Clock, minutes) == 4 && offsetof(Clock, seconds) == 5 && sizeof(Clock) == 8);

extern "C" EMSCRIPTEN_KEEPALIVE std::int32_t split_time(std::uint32_t time, Clock* out) noexcept {
  if (!out) return 0;
  out->hours = time / 3600;
  out->minutes = static_cast<std::uint8_t>(time / 60 % 60);
  out->seconds = static_cast<std::uint8_t>(time % 60);
  return 1;
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_clock(std::uint32_t hours, std::uint32_t minutes, std::uint32_t seconds) noexcept {
  std::printf("%u:%02u:%02u\n", hours, minutes, seconds);
}

extern "C" EMSCRIPTEN_KEEPALIVE void* allocate(std::size_t size) noexcept {
  return std::malloc(size);
}

extern "C" EMSCRIPTEN_KEEPALIVE void release(void* block) noexcept {
  std::free(block);
}

int main() {}
