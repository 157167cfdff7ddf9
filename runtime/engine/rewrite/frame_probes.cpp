#include "rewrite/frame_probes.h"

#include <unordered_map>

#include "wasm/instruction.h"
#include "wasm/types.h"

namespace pagewise {
namespace {

/// What is known of a value while the prologue is followed.
enum class known { nothing, constant, stack_pointer };

/// Follows the straight-line code at the start of a body, with the operand stack and the locals it writes.
class prologue {
public:
  explicit prologue(std::uint32_t stack_pointer) : stack_pointer_(stack_pointer) {}

  /// Returns whether the instruction made a new, lower stack pointer. Stops following at what it does not know.
  bool follow(const instruction& read) {
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

private:
  void push(known value) { stack_.push_back(value); }
  known pop() {
    if (stack_.empty()) return known::nothing;
    const known top = stack_.back();
    stack_.pop_back();
    return top;
  }
  known local(std::int64_t index) const {
    const auto at = locals_.find(index);
    return at == locals_.end() ? known::nothing : at->second;
  }

  std::int64_t stack_pointer_;
  std::vector<known> stack_;
  std::unordered_map<std::int64_t, known> locals_;
  bool over_ = false;
};

}  // namespace

void skip_locals(byte_reader& reader) { (void)read_locals(reader); }

std::vector<frame_probe> find_frame_probes(byte_reader& reader, std::uint32_t stack_pointer,
                                           bool& uses_legacy_exceptions) {
  std::vector<frame_probe> probes;
  skip_locals(reader);
  prologue start(stack_pointer);
  std::size_t depth = 1;
  while (depth > 0 && reader.ok()) {
    const instruction read = read_instruction(reader);
    if (opens_block(read)) ++depth;
    if (read.opcode == opcode::end || read.opcode == opcode::delegate) --depth;
    if (read.opcode == opcode::try_legacy) uses_legacy_exceptions = true;
    if (start.follow(read)) probes.push_back({reader.position(), frame_probe::kind::value_on_stack});
    if (read.opcode == opcode::global_set && read.operand == stack_pointer) {
      probes.push_back({reader.position(), frame_probe::kind::pointer_written});
    }
  }
  if (reader.ok() && reader.remaining() != 0) reader.fail("code after the end of a function");
  return probes;
}

}  // namespace pagewise
