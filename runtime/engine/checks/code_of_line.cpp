#include "checks/code_of_line.h"

#include "wasm/instruction.h"

namespace pagewise {

bool masks_bits(const module& program, std::span<const line_site> sites, std::uint32_t site) {
  const section* code = program.find(section_id::code);
  if (!code || site >= sites.size()) return false;
  const line_site& from = sites[site];
  const bool has_next = site + 1 < sites.size() && sites[site + 1].function == from.function;
  const std::size_t end = has_next ? sites[site + 1].address : ~std::size_t{0};
  if (from.function < program.imported_functions || from.address > code->contents.size()) return false;
  const function_body& body = program.bodies[from.function - program.imported_functions];
  const std::size_t body_start = body.offset - code->offset;
  if (from.address < body_start || from.address - body_start > body.contents.size()) return false;
  byte_reader reader(body.contents.subspan(from.address - body_start), body.offset);
  while (reader.ok() && !reader.at_end() && from.address + reader.position() < end) {
    switch (read_instruction(reader).opcode) {
      case opcode::i32_and: case opcode::i32_or: case opcode::i64_and: case opcode::i64_or: return true;
      default: break;
    }
  }
  return false;
}

}  // namespace pagewise
