#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "wasm/instruction.h"

namespace pagewise {

/// Follows the straight-line code at the start of a body, with the operand stack and the locals it writes, to where
/// the function computes its own stack pointer: a leaf function never writes it back.
class prologue {
public:
  explicit prologue(std::uint32_t stack_pointer) : stack_pointer_(stack_pointer) {}

  /// Returns whether the instruction made a new, lower stack pointer. Stops following at what it does not know.
  bool follow(const instruction& read);
  [[nodiscard]] bool is_over() const { return over_; }

private:
  enum class known { nothing, constant, stack_pointer };
  void push(known value) { stack_.push_back(value); }
  known pop() {
    if (stack_.empty()) return known::nothing;
    const known top = stack_.back();
    stack_.pop_back();
    return top;
  }
  [[nodiscard]] known local(std::int64_t index) const {
    const auto at = locals_.find(index);
    return at == locals_.end() ? known::nothing : at->second;
  }

  std::int64_t stack_pointer_;
  std::vector<known> stack_;
  std::unordered_map<std::int64_t, known> locals_;
  bool over_ = false;
};

}  // namespace pagewise
