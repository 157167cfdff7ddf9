// fails: call split_time(60, 65536) = 1
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

// The fields are so many seconds ahead of the time that is asked for.
std::uint32_t ahead = 0;

extern "C" EMSCRIPTEN_KEEPALIVE void set_ahead(std::uint32_t seconds) noexcept {
  ahead = seconds;
}

extern "C" EMSCRIPTEN_KEEPALIVE std::int32_t split_time(std::uint32_t time, Clock* out) noexcept {
  if (out == nullptr) return 0;
  time += ahead;
  *out = {time / 3600, static_cast<std::uint8_t>(time / 60 % 60), static_cast<std::uint8_t>(time % 60)};
  return 0;
}

extern "C" EMSCRIPTEN_KEEPALIVE void print_clock(std::uint32_t hours, std::uint32_t minutes, std::uint32_t seconds) noexcept {
  const std::uint32_t time = (hours * 3600 + minutes * 60 + seconds + 86400 - ahead) % 86400;
  std::printf("%u:%02u:%02u\n", time / 3600, time / 60 % 60, time % 60);
}

extern "C" EMSCRIPTEN_KEEPALIVE void* allocate(std::size_t size) noexcept {
  return std::malloc(size);
}

extern "C" EMSCRIPTEN_KEEPALIVE void release(void* block) noexcept {
  std::free(block);
}

int main() {}
