#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <span>

EM_JS(void, report, (int done, int total), {
  Module.onProgress(done, total);
});

namespace {
std::int32_t table[24];
int reports = 0;

std::int32_t sum_rows(std::span<const std::int32_t> rows, std::size_t every) {
  const int total = static_cast<int>(rows.size());
  std::int32_t sum = 0;
  std::size_t done = 0;
  std::size_t reported = 0;
  for (const std::int32_t row : rows) {
    sum += row;
    ++done;
    if (every != 0 && done - reported >= every) {
      reported = done;
      report(static_cast<int>(done), total);
    }
  }
  if (reported < done) report(total, total);
  return sum;
}
}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE std::int32_t* table_address() noexcept { return table; }

EMSCRIPTEN_KEEPALIVE std::int32_t sum(std::size_t count, std::size_t every) {
  return sum_rows(std::span(table).first(count), every);
}

EMSCRIPTEN_KEEPALIVE void print_progress(int done, int total) noexcept {
  ++reports;
  std::printf("%d of %d\n", done, total);
}

EMSCRIPTEN_KEEPALIVE int reports_of(std::size_t count, std::size_t every) {
  reports = 0;
  sum(count, every);
  return reports;
}

}

int main() {}
