// A module with any bytes for its debug information: what can be read is well-formed, and reading always ends.

#include <algorithm>

#include "debug/data_symbols.h"
#include "debug/line_table.h"
#include "target.h"
#include "wasm/module.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pagewise;
  const auto read = read_module({data, size});
  if (!read) return 0;
  const line_table lines = read_line_table(*read);
  must_hold(std::ranges::is_sorted(lines.rows, {}, &line_row::address), "rows are in order");
  for (const line_row& row : lines.rows) must_hold(row.file < lines.files.size(), "the file of a row exists");
  if (!lines.rows.empty()) (void)lines.find(lines.rows.back().address);
  must_hold(std::ranges::is_sorted(read_data_symbols(*read), {}, &data_symbol::address), "symbols are in order");
  return 0;
}
