#include "text/function_text.h"

#include <algorithm>

#include "text/identifier.h"
#include "text/instruction_text.h"
#include "text/type_text.h"
#include "wasm/instruction.h"

namespace pagewise {
namespace {

/// So that a forged number of locals makes no long line.
constexpr std::uint32_t locals_a_line = 16;

/// Whether the instruction parts a block in two, and so stands as far left as the one that opened it.
bool divides_block(const instruction& read) {
  return read.opcode == opcode::else_ || read.opcode == opcode::catch_legacy || read.opcode == opcode::catch_all;
}

class lister {
public:
  lister(const module& in, const function_body& body, std::size_t most, std::size_t first)
      : in_(in), reader_(body.contents, body.offset), most_(most), before_(first) {}

  std::vector<instruction_line> run() {
    for (std::uint32_t groups = reader_.u32(); groups > 0 && has_more(); --groups) declare_locals();
    for (std::uint32_t blocks = 1; blocks > 0 && has_more();) list_next(blocks);
    return std::move(lines_);
  }

private:
  [[nodiscard]] bool has_more() const { return reader_.ok() && lines_.size() < most_; }

  void declare_locals() {
    const std::size_t offset = reader_.file_offset();
    std::uint32_t count = reader_.u32();
    const std::string type = value_type_text(reader_);
    if (!reader_.ok()) return;
    const auto skipped = static_cast<std::uint32_t>(std::min<std::size_t>(before_, count / locals_a_line));
    before_ -= skipped;
    for (count -= skipped * locals_a_line; count > 0 && has_more(); count -= std::min(count, locals_a_line)) {
      if (before_ > 0) {
        --before_;
        continue;
      }
      std::string text = "(local";
      for (std::uint32_t i = 0; i < std::min(count, locals_a_line); ++i) text.append(1, ' ').append(type);
      lines_.push_back({.offset = offset, .indent = 0, .text = text + ")"});
    }
  }

  void list_next(std::uint32_t& blocks) {
    const std::size_t start = reader_.position(), offset = reader_.file_offset();
    const instruction read = read_instruction(reader_);
    if (!reader_.ok()) return;
    const bool closes = read.opcode == opcode::end || read.opcode == opcode::delegate;
    const std::uint32_t outdent = closes || divides_block(read) ? 2 : 1;
    const std::uint32_t indent = blocks - std::min(blocks, outdent);
    if (closes) --blocks;
    if (opens_block(read)) ++blocks;
    if (before_ > 0) {
      --before_;
      return;
    }
    const bytes encoding = reader_.between(start, reader_.position());
    lines_.push_back({.offset = offset, .indent = indent, .text = instruction_text(in_, read, encoding)});
  }

  const module& in_;
  byte_reader reader_;
  std::size_t most_;
  std::size_t before_;  ///< lines that the caller has no use for
  std::vector<instruction_line> lines_;
};

}  // namespace

std::string function_heading(const module& in, std::uint32_t function) {
  if (function >= in.functions.size()) return "";
  const function_type& type = in.types[in.functions[function]];
  return "func " + function_reference(in, function) + type_list_text("param", type.parameters) +
         type_list_text("result", type.results);
}

std::vector<instruction_line> function_text(const module& in, std::uint32_t function, std::size_t most,
                                            std::size_t first) {
  if (function < in.imported_functions || function - in.imported_functions >= in.bodies.size()) return {};
  return lister(in, in.bodies[function - in.imported_functions], most, first).run();
}

}  // namespace pagewise
