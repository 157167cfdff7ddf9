#include "debug/wasm_locals.h"

#include <algorithm>

#include "wasm/instruction.h"

namespace pagewise {

namespace {

/// A type of one byte by that; any other by its first.
std::uint8_t code_of(const value_type& type) { return type.encoding.empty() ? std::uint8_t{0} : type.encoding[0]; }

/// Whether code that follows is reached on another way too, or not always.
bool ends_basic_block(std::uint8_t code) {
  return (code > opcode::block && code <= opcode::return_) || code == opcode::delegate || code == opcode::catch_all;
}

}  // namespace

wasm_locals::wasm_locals(const module& in) {
  const section* code = in.find(section_id::code);
  if (!code) return;
  for (std::size_t i = 0; i < in.bodies.size(); ++i) {
    const function_body& body = in.bodies[i];
    function made{.end = body.offset - code->offset + body.contents.size(), .body = body.contents, .parameters = {}};
    if (const std::size_t index = in.imported_functions + i;
        index < in.functions.size() && in.functions[index] < in.types.size()) {
      for (const value_type& one : in.types[in.functions[index]].parameters) made.parameters.push_back(code_of(one));
    }
    functions_.push_back(std::move(made));
  }
}

const wasm_locals::function* wasm_locals::find(std::uint64_t code_address) const {
  const auto found = std::ranges::upper_bound(functions_, code_address, {}, &function::end);
  return found == functions_.end() ? nullptr : &*found;
}

std::vector<std::uint8_t> wasm_locals::types_at(std::uint64_t code_address) const {
  constexpr std::size_t most = 2000;
  const function* found = find(code_address);
  if (!found) return {};
  std::vector<std::uint8_t> types = found->parameters;
  byte_reader reader(found->body);
  for (const local_group& group : read_locals(reader)) {
    types.insert(types.end(), std::min<std::size_t>(group.count, most - std::min(most, types.size())),
                 code_of(group.type));
  }
  return types;
}

std::vector<local_write> wasm_locals::writes_before(std::uint64_t code_address) const {
  const function* found = find(code_address);
  if (!found) return {};
  const std::uint64_t start = found->end - found->body.size();
  std::vector<local_write> writes;
  byte_reader reader(found->body);
  read_locals(reader);
  while (!reader.at_end() && start + reader.position() < code_address) {
    const instruction read = read_instruction(reader);
    if (ends_basic_block(read.opcode)) writes.clear();
    else if (read.opcode == opcode::local_set || read.opcode == opcode::local_tee)
      writes.push_back({.end = start + reader.position(), .local = static_cast<std::uint32_t>(read.operand)});
  }
  return writes;
}

}  // namespace pagewise
