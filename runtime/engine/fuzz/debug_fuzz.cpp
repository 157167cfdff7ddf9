// A module with any bytes for its debug information: what can be read is well-formed, questions about any place have an
// answer, and reading always ends.

#include <algorithm>

#include "debug/data_symbols.h"
#include "debug/debug_info.h"
#include "debug/line_table.h"
#include "target.h"
#include "wasm/module.h"

namespace {

using namespace pagewise;

/// A frame whose locals are small addresses, over a memory that repeats the module.
class made_up_frame final : public frame_view {
public:
  explicit made_up_frame(bytes memory) : memory_(memory) {}

  [[nodiscard]] std::optional<std::uint64_t> local(std::uint32_t index) const override {
    if (index % 5 == 4) return std::nullopt;
    return index * 40;
  }
  [[nodiscard]] std::optional<std::uint64_t> global(std::uint32_t index) const override { return 1024 + index; }
  bool read(std::uint64_t address, std::span<std::uint8_t> into) const override {
    constexpr std::uint64_t size = 65'536;
    if (address > size || into.size() > size - address) return false;
    const auto start = static_cast<std::size_t>(address);
    for (std::size_t i = 0; i < into.size(); ++i) into[i] = memory_[(start + i) % memory_.size()];
    return true;
  }

private:
  bytes memory_;
};

std::size_t parts_of(const shown_value& value) {
  std::size_t count = 1;
  for (const shown_value& part : value.parts) count += parts_of(part);
  return count;
}

void check_variables(const std::vector<shown_variable>& variables, const value_limits& limits) {
  for (const shown_variable& each : variables) {
    must_hold(each.value.parts.size() <= 2 * std::size_t{limits.total}, "a value has no more parts than asked for");
    must_hold(parts_of(each.value) <= 4 * std::size_t{limits.total}, "nor have its parts");
  }
}

void ask_about(const debug_info& info, code_address at, const frame_view& frame) {
  constexpr value_limits limits{.width = 8, .depth = 4, .total = 100};
  const std::vector<source_frame> functions = info.functions_at(at);
  must_hold(functions.empty() || info.covers(at), "only functions with debug information are found");
  (void)info.prologue_end(at);
  (void)info.frame_base(at, frame);
  for (std::uint32_t i = 0; i < std::min<std::size_t>(functions.size(), 4); ++i) {
    check_variables(info.variables(at, i, frame, limits), limits);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = read_module({data, size});
  if (!read) return 0;
  const line_table lines = read_line_table(*read);
  must_hold(std::ranges::is_sorted(lines.rows, {}, &line_row::address), "rows are in order");
  for (const line_row& row : lines.rows) must_hold(row.file < lines.files.size(), "the file of a row exists");
  must_hold(std::ranges::is_sorted(read_data_symbols(*read), {}, &data_symbol::address), "symbols are in order");

  const debug_info info(*read);
  const made_up_frame frame(read->file);
  constexpr value_limits limits{.width = 8, .depth = 4, .total = 100};
  check_variables(info.globals(frame, limits), limits);
  const section* code = read->find(section_id::code);
  for (std::size_t i = 0; i < std::min<std::size_t>(read->bodies.size(), 8); ++i) {
    const auto start = static_cast<code_address>(read->bodies[i].offset - code->offset);
    (void)info.locals_needed(start);
    for (const std::uint32_t behind : {0U, 9U, 60U}) ask_about(info, start + behind, frame);
  }
  for (const code_address at : {0U, 0x7fff'ffffU, ~0U}) ask_about(info, at, frame);
  return 0;
}
