// The instructions of a body that others take the place of.

#include "rewrite/body.h"

namespace pagewise {
bool body_rewriter::replace(const instruction& read, std::size_t start) {
  if (read.opcode == opcode::return_) {
    replaces(start);
    code_.op(opcode::br, static_cast<std::uint32_t>(controls_.size()));
    resume();
    return true;
  }
  if (tools_.in.memories.empty()) return false;
  const std::uint32_t memory = read.memory_index;
  std::uint32_t probe = 0;
  if (read.opcode == opcode::memory_grow) probe = tools_.records->grow(memory);
  if (read.opcode == opcode::bulk_prefix) {
    if (read.extended == bulk_opcode::memory_fill) probe = tools_.records->fill(memory);
    if (read.extended == bulk_opcode::memory_copy) probe = tools_.records->copy(memory, read.second);
    if (read.extended == bulk_opcode::memory_init) probe = tools_.records->init(memory, static_cast<std::uint32_t>(read.operand));
  }
  if (probe == 0) return replace_access(read, start);
  replaces(start);
  code_.call(probe);
  resume();
  return true;
}

bool body_rewriter::replace_access(const instruction& read, std::size_t start) {
  const auto access = memory_access_of(read);
  if (!access) return false;
  // Only what is read of the first memory is looked at: the program's data and its heap are there.
  const bool is_told = tools_.options.loads && read.memory_index == 0;
  if (access->what == memory_access::kind::load && !is_told) return false;
  replaces(start);
  if (tools_.records->takes_offset(read, *access)) {
    if (tools_.in.memories[read.memory_index].is_64) code_.i64(static_cast<std::int64_t>(read.memory_offset));
    else code_.i32(static_cast<std::uint32_t>(read.memory_offset));
    pieces_.push_back({body_.size(), start});
  }
  if (const auto locals = in_place(read, *access)) {
    if (!access->operands.empty()) code_.set(locals->first);
    code_.set(locals->address);
    tools_.records->write_access(code_, read, *access, *locals);
  } else {
    code_.call(tools_.records->access(read, *access));
  }
  resume();
  return true;
}

void body_rewriter::replaces(std::size_t start) {
  copy_to(start);
  pieces_.push_back({body_.size(), start});
}

}  // namespace pagewise
