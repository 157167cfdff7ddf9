// fails: finishes
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <emscripten/emscripten.h>

enum class [[nodiscard]] Status : std::int32_t { ok, missing, cut_short };

struct Summary {
  std::uint32_t records;
  std::uint32_t text_bytes;
};

Summary last_summary = {};

extern "C" {

EMSCRIPTEN_KEEPALIVE void* allocate(std::size_t size) noexcept {
  return std::malloc(size);
}

EMSCRIPTEN_KEEPALIVE void release(void* block) noexcept {
  std::free(block);
}

EMSCRIPTEN_KEEPALIVE Summary* summary_address() noexcept {
  return &last_summary;
}

EMSCRIPTEN_KEEPALIVE Status count_text(const std::uint8_t* message, std::size_t size, Summary* summary) noexcept {
  if (!message || !summary) return Status::missing;
  Summary s{};
  int at = 0; const int n = static_cast<int>(size);
  while (at < n) {
    if (n - at < 2) return Status::cut_short;
    const int length = static_cast<signed char>(message[at + 1]);
    if (length > n - at - 2) return Status::cut_short;
    at += 2 + length; ++s.records; s.text_bytes += length;
  }
  *summary = s; return Status::ok;
}

EMSCRIPTEN_KEEPALIVE void report(std::int32_t status) noexcept {
  std::printf("status %d: %u records, %u bytes\n", status, last_summary.records, last_summary.text_bytes);
}

}

int main() {}
