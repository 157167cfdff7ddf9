#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>
#include <span>

enum class [[nodiscard]] Status : std::int32_t { ok, no_number, out_of_range };

std::int32_t level = 50;
char words[] = "100x";

extern "C" {

EMSCRIPTEN_KEEPALIVE void* allocate(std::size_t size) noexcept { return std::malloc(size); }

EMSCRIPTEN_KEEPALIVE void release(void* block) noexcept { std::free(block); }

EMSCRIPTEN_KEEPALIVE const char* words_address() noexcept { return words; }

// Reads a level from 0 to 100 into `level`. After a failure `level` is as it was.
EMSCRIPTEN_KEEPALIVE Status parse_level(const char* text, std::size_t length) noexcept {
  const std::span letters(text, length);
  const bool is_negative = !letters.empty() && letters.front() == '-';
  const std::span digits = is_negative ? letters.subspan(1) : letters;
  if (digits.empty()) return Status::no_number;
  std::int32_t parsed = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return Status::no_number;
    if (parsed <= 100) parsed = 10 * parsed + (digit - '0');
  }
  if (parsed > 100 || (is_negative && parsed != 0)) return Status::out_of_range;
  level = parsed;
  return Status::ok;
}

EMSCRIPTEN_KEEPALIVE void report(std::int32_t status) noexcept { std::printf("status %d, level %d\n", status, level); }

}

int main() {}
