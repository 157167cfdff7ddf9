// fails: output "status 0, level 42\nstatus 1, level 42\nstatus 1, level 42\nstatus 2, level 42\nstatus 2, level 42\nstatus 2, level 42\nstatus 1, level 42\nstatus 0, level 0\nstatus 2, level 0\nstatus 1, level 0\nstatus 1, level 0\nstatus 2, level 0\nstatus 1, level 0\nstatus 1, level 0\nstatus 2, level 0\nstatus 1, level 0\n"
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <emscripten/emscripten.h>
#include <charconv>
#include <system_error>

enum class [[nodiscard]] Status : std::int32_t { ok, no_number, out_of_range };

std::int32_t level = 50;
char words[] = "100x";

extern "C" {

EMSCRIPTEN_KEEPALIVE void* allocate(std::size_t size) noexcept { return std::malloc(size); }

EMSCRIPTEN_KEEPALIVE void release(void* block) noexcept { std::free(block); }

EMSCRIPTEN_KEEPALIVE const char* words_address() noexcept { return words; }

// Reads a level from 0 to 100 into `level`. After a failure `level` is as it was.
EMSCRIPTEN_KEEPALIVE Status parse_level(const char* text, std::size_t length) noexcept {
  std::int32_t parsed = 0;
  const char* const last = text + length;
  const auto [end, error] = std::from_chars(text, last, parsed);
  if (error == std::errc::invalid_argument || end != last) return Status::no_number;
  if (error == std::errc::result_out_of_range || parsed > 100) return Status::out_of_range;
  level = parsed;
  return Status::ok;
}

EMSCRIPTEN_KEEPALIVE void report(std::int32_t status) noexcept { std::printf("status %d, level %d\n", status, level); }

}

int main() {}
