// fails: calls print_progress = 6
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>
#include <span>

EM_JS(void, report, (int done, int total), {});

namespace {
std::int32_t table[24];
int reports = 0;

std::int32_t sum_rows(std::span<const std::int32_t> rows, std::size_t every) {
  std::int32_t sum = 0; const std::size_t n = rows.size();
  for (std::size_t i = 0; i != n;) { sum += rows[i++]; if ((every && !(i % every)) || i == n) { std::printf("%zu of %zu\n", i, n); ++reports; } }
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
