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
  std::uint32_t probe = 0;
  if (read.opcode == opcode::memory_grow && read.memory_index == 0) probe = tools_.records->grow();
  if (read.opcode == code::bulk && read.memory_index == 0) {
    if (read.extended == code::memory_fill) probe = tools_.records->fill();
    if (read.extended == code::memory_copy) probe = tools_.records->copy(read.second);
    if (read.extended == code::memory_init) probe = tools_.records->init(static_cast<std::uint32_t>(read.operand));
  }
  if (probe == 0) return replace_access(read, start);
  replaces(start);
  code_.call(probe);
  resume();
  return true;
}

bool body_rewriter::replace_access(const instruction& read, std::size_t start) {
  const auto access = memory_access_of(read);
  if (!access || read.memory_index != 0) return false;
  if (access->what == memory_access::kind::load && !tools_.options.loads) return false;
  replaces(start);
  if (tools_.records->takes_offset(read, *access)) {
    if (tools_.in.memories[0].is_64) code_.i64(static_cast<std::int64_t>(read.memory_offset));
    else code_.i32(static_cast<std::uint32_t>(read.memory_offset));
    pieces_.push_back({body_.size(), start});
  }
  code_.call(tools_.records->access(read, *access));
  resume();
  return true;
}

void body_rewriter::replaces(std::size_t start) {
  copy_to(start);
  pieces_.push_back({body_.size(), start});
}

}  // namespace pagewise
