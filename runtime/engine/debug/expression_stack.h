#pragma once

#include <cstdint>
#include <vector>

#include "debug/operation.h"

namespace pagewise {

/// A value while an expression is evaluated. Values are kept in 64 bits: LLVM extends narrower ones by arithmetic that
/// needs them.
struct stack_value {
  std::uint64_t bits = 0;
  std::uint8_t width = 0;  ///< bytes that mean something: 4 or 8; 0 for a constant, which is as wide as it must be
  bool is_float = false;   ///< the bits are a float's: not to be computed with
  bool is_signed = false;  ///< converted to a signed type: `bits` is sign-extended from it
};

/// The stack of an expression, and the operations that only compute.
class expression_stack {
public:
  void push(const stack_value& value);
  /// Takes the top; zero, and no longer ok, when there is none.
  stack_value pop();
  void clear() { values_.clear(); }
  [[nodiscard]] bool empty() const { return values_.empty(); }
  [[nodiscard]] bool ok() const { return ok_; }

  /// False for operations that this does not know.
  bool perform(const operation& next);
  /// Converts the top to an integer of `size` bytes.
  bool convert(std::uint64_t size, bool is_signed);

private:
  bool compute(std::uint8_t code);
  stack_value pick(std::uint64_t from_top);

  std::vector<stack_value> values_;
  bool ok_ = true;
};

}  // namespace pagewise
