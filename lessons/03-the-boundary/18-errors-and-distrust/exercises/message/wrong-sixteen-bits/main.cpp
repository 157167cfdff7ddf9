// fails: output "status 0: 3 records, 5 bytes\nstatus 2: 3 records, 5 bytes\nstatus 2: 3 records, 5 bytes\nstatus 2: 3 records, 5 bytes\nstatus 0: 1 records, 3 bytes\nstatus 0: 2 records, 256 bytes\nstatus 0: 0 records, 0 bytes\nstatus 0: 300 records, 76500 bytes\n"
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
  Summary counted = {};
  std::span rest(message, size);
  while (!rest.empty()) {
    if (rest.size() < 2) return Status::cut_short;
    const std::size_t length = rest[1];
    rest = rest.subspan(2);
    if (length > rest.size()) return Status::cut_short;
    rest = rest.subspan(length);
    ++counted.records;
    counted.text_bytes = static_cast<std::uint16_t>(counted.text_bytes + length);
  }
  *summary = counted;
  return Status::ok;
}

EMSCRIPTEN_KEEPALIVE void report(std::int32_t status) noexcept {
  std::printf("status %d: %u records, %u bytes\n", status, last_summary.records, last_summary.text_bytes);
}

}

int main() {}
