// A module with any bytes for its debug information: what can be read is well-formed, and reading always ends.

#include <algorithm>

#include "debug/data_symbols.h"
#include "debug/debug_info.h"
#include "debug/line_table.h"
#include "target.h"
#include "wasm/module.h"

namespace {

/// A frame whose values depend on where they are read alone.
struct made_up_frame final : pagewise::frame_view {
  [[nodiscard]] std::optional<std::uint64_t> local(std::uint32_t index) const override { return index * 1024; }
  [[nodiscard]] std::optional<std::uint64_t> global(std::uint32_t index) const override { return index * 4096; }
  bool read(std::uint64_t address, std::span<std::uint8_t> into) const override {
    if (address >= 65'536 || into.size() > 65'536 - address) return false;
    for (std::uint8_t& byte : into) byte = static_cast<std::uint8_t>(address++ * 37);
    return true;
  }
};

void read_values(const pagewise::debug_info& info, std::uint32_t address) {
  constexpr pagewise::value_limits limits{.width = 8, .depth = 3, .total = 200};
  const std::size_t functions = info.functions_at(address).size();
  must_hold(info.covers(address) == (functions > 0), "an address that is covered is in a function");
  for (std::uint32_t i = 0; i < functions; ++i) (void)info.variables(address, i, made_up_frame(), limits);
  (void)info.locals_needed(address);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pagewise;
  const auto read = read_module({data, size});
  if (!read) return 0;
  const line_table lines = read_line_table(*read);
  must_hold(std::ranges::is_sorted(lines.rows, {}, &line_row::address), "rows are in order");
  for (const line_row& row : lines.rows) must_hold(row.file < lines.files.size(), "the file of a row exists");
  if (!lines.rows.empty()) (void)lines.find(lines.rows.back().address);
  must_hold(std::ranges::is_sorted(read_data_symbols(*read), {}, &data_symbol::address), "symbols are in order");
  const debug_info info(*read);
  (void)info.globals(made_up_frame(), {.width = 8, .depth = 3, .total = 200});
  constexpr std::size_t most = 40;
  const std::size_t apart = std::max<std::size_t>(1, lines.rows.size() / most);
  for (std::size_t i = 0; i < lines.rows.size(); i += apart) read_values(info, lines.rows[i].address);
  return 0;
}
