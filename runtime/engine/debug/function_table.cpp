#include "debug/function_table.h"

#include "wasm/opcode.h"

namespace pagewise {

function_table::function_table(const module& in) {
  const section* elements = in.find(section_id::element);
  const section* code = in.find(section_id::code);
  if (!elements || !code) return;
  byte_reader reader(elements->contents);
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    // Any other form than that of linkers (active, in table 0, at a constant, of functions' indices) ends it.
    if (reader.u32() != 0) return;
    const std::uint8_t constant = reader.u8();
    if (constant != opcode::i32_const && constant != opcode::i64_const) return;
    segment made{.first = static_cast<std::uint64_t>(reader.signed_leb(64)), .functions = {}};
    if (reader.u8() != opcode::end) return;
    const std::uint32_t functions = reader.u32();
    for (std::uint32_t n = 0; n < functions; ++n) {
      table_function one{.index = reader.u32(), .starts = std::nullopt};
      if (!reader.ok()) break;
      if (const std::uint64_t body = std::uint64_t{one.index} - in.imported_functions;
          one.index >= in.imported_functions && body < in.bodies.size()) {
        one.starts = static_cast<code_address>(in.bodies[static_cast<std::size_t>(body)].offset - code->offset);
      }
      made.functions.push_back(one);
    }
    segments_.push_back(std::move(made));
  }
}

std::optional<table_function> function_table::at(std::uint64_t index) const {
  for (const segment& one : segments_) {
    if (index >= one.first && index - one.first < one.functions.size())
      return one.functions[static_cast<std::size_t>(index - one.first)];
  }
  return std::nullopt;
}

}  // namespace pagewise
