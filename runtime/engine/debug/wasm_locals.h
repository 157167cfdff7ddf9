#pragma once

#include <vector>

#include "wasm/module.h"

namespace pagewise {

/// The value types of the Wasm locals of each function of a module.
class wasm_locals {
public:
  /// Borrows the module's file.
  explicit wasm_locals(const module& in);

  /// Types of the locals of the function whose code holds an address, parameters first: 0x7f for i32 and so on. Those
  /// past the first 2,000 are left out.
  [[nodiscard]] std::vector<std::uint8_t> types_at(std::uint64_t code_address) const;

private:
  struct function {
    std::uint64_t end;  ///< code address after it
    bytes body;
    std::vector<std::uint8_t> parameters;
  };
  std::vector<function> functions_;
};

}  // namespace pagewise
