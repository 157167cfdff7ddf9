#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>
#include <string>
#include <string_view>
#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <system_error>
#include <cstring>
#include <cerrno>

enum class [[nodiscard]] Status : std::int32_t { ok, no_number, out_of_range };

std::int32_t level = 50;
char words[] = "100x";

extern "C" {

EMSCRIPTEN_KEEPALIVE void* allocate(std::size_t size) noexcept { return std::malloc(size); }

EMSCRIPTEN_KEEPALIVE void release(void* block) noexcept { std::free(block); }

EMSCRIPTEN_KEEPALIVE const char* words_address() noexcept { return words; }

// Reads a level from 0 to 100 into `level`. After a failure `level` is as it was.
EMSCRIPTEN_KEEPALIVE Status parse_level(const char* text, std::size_t length) noexcept {
  const std::string copy(text, length);
  char* end = nullptr;
  errno = 0;
  const long value = std::strtol(copy.c_str(), &end, 10);
  if (length == 0 || end != copy.c_str() + length) return Status::no_number;
  if (errno == ERANGE || value < 0 || value > 100) return Status::out_of_range;
  level = static_cast<std::int32_t>(value);
  return Status::ok;
}

EMSCRIPTEN_KEEPALIVE void report(std::int32_t status) noexcept { std::printf("status %d, level %d\n", status, level); }

}

int main() {}
