#pragma once

#include <vector>

#include "wasm/module.h"

namespace pagewise {

/// An instruction that puts a value into a Wasm local.
struct local_write {
  std::uint64_t end;  ///< code address behind it
  std::uint32_t local;
};

/// The Wasm locals of each function of a module: their types, and the code that writes them.
class wasm_locals {
public:
  /// Borrows the module's file.
  explicit wasm_locals(const module& in);

  /// Types of the locals of the function whose code holds an address, parameters first: 0x7f for i32 and so on. Those
  /// past the first 2,000 are left out.
  [[nodiscard]] std::vector<std::uint8_t> types_at(std::uint64_t code_address) const;
  /// The writes of locals that surely ran just before an address: those since control could last come from elsewhere, or
  /// go elsewhere. Takes time linear in the function's code.
  [[nodiscard]] std::vector<local_write> writes_before(std::uint64_t code_address) const;

private:
  struct function {
    std::uint64_t end;  ///< code address after it
    bytes body;
    std::vector<std::uint8_t> parameters;
  };

  /// The function whose code holds an address; nullptr when none does.
  [[nodiscard]] const function* find(std::uint64_t code_address) const;

  std::vector<function> functions_;
};

}  // namespace pagewise
