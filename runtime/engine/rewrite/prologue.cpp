#include "rewrite/prologue.h"

namespace pagewise {

bool prologue::follow(const instruction& read) {
  if (over_) return false;
  switch (read.opcode) {
    case opcode::global_get: push(read.operand == stack_pointer_ ? known::stack_pointer : known::nothing); return false;
    case opcode::i32_const: push(known::constant); return false;
    case opcode::local_get: push(local(read.operand)); return false;
    case opcode::local_set: locals_[read.operand] = pop(); return false;
    case opcode::local_tee: locals_[read.operand] = stack_.empty() ? known::nothing : stack_.back(); return false;
    case opcode::i32_sub: {
      const known size = pop();
      const bool lowers = pop() == known::stack_pointer && size == known::constant;
      push(lowers ? known::stack_pointer : known::nothing);
      return lowers;
    }
    case opcode::global_set: pop(); return false;
    default: over_ = true; return false;
  }
}

}  // namespace pagewise
