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
  if (message == nullptr || summary == nullptr) return Status::missing;
  const Summary before = *summary;
  *summary = {};
  const std::uint8_t* const end = message + size;
  while (message != end) {
    if (end - message < 2 || end - message - 2 < message[1]) {
      *summary = before;
      return Status::cut_short;
    }
    ++summary->records;
    summary->text_bytes += message[1];
    message += 2 + message[1];
  }
  return Status::ok;
}

EMSCRIPTEN_KEEPALIVE void report(std::int32_t status) noexcept {
  std::printf("status %d: %u records, %u bytes\n", status, last_summary.records, last_summary.text_bytes);
}

}

int main() {}
