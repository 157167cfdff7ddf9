#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "debug/line_table.h"
#include "wasm/instruction.h"

namespace pagewise {

/// A place in the code at which the program makes a step.
struct line_site {
  std::uint32_t function;  ///< index
  std::uint32_t address;   ///< of the instruction that runs next: offset in the contents of the code section
  std::uint32_t file;      ///< index into line_table::files
  std::uint32_t line;      ///< from 1; 0 where there is no debug information and a whole function is one step
  std::uint32_t column;
};
static_assert(sizeof(line_site) == 20, "the page reads sites as five words");

/// Finds the steps of one function while its instructions are read in order. A step is where another line begins: at
/// rows that are statements, and at the first row after each `loop`. Where branches from several lines meet, the line
/// that follows is a step for all of them. The line at the start of a block or loop begins within it, where branches
/// to the loop come in.
class site_finder {
public:
  /// `is_library` tells it of each file of the table.
  site_finder(const line_table& lines, const std::vector<bool>& is_library, std::uint32_t begin, std::uint32_t end);

  /// Whether the function has lines that are no library's.
  [[nodiscard]] bool has_own_lines() const;
  /// The row that begins a step just before the instruction with this opcode at this address. To be called before `follow`.
  const line_row* step_at(std::uint32_t address, std::uint8_t code);
  void follow(const instruction& read);
  /// For instructions with several targets: labels, counted from the innermost.
  void branch_to(std::uint32_t label);

private:
  static constexpr std::uint64_t unset = ~std::uint64_t{0}, mixed = unset - 1;
  struct label {
    bool is_loop;
    std::uint64_t before;    ///< the line at the start: where an `else` begins
    std::uint64_t incoming;  ///< the line from which branches come
  };
  static std::uint64_t merged(std::uint64_t a, std::uint64_t b) { return a == unset ? b : b == unset || a == b ? a : mixed; }

  const std::vector<bool>& is_library_;
  std::vector<line_row>::const_iterator next_, last_;
  const line_row* ahead_ = nullptr;  ///< reached, and not yet looked at
  std::vector<label> labels_;
  std::uint64_t current_ = mixed;  ///< file and line of the code before; `unset` where control does not come from above
  bool after_loop_ = false;
};

}  // namespace pagewise
