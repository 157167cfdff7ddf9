#pragma once

#include <cstdint>
#include <vector>

#include "wasm/instruction.h"
#include "wasm/module.h"

namespace pagewise {

/// Checks, instruction by instruction, that the code of a function names only labels, locals, functions, tables,
/// memories, globals and types that exist: what a rewriter adds must not make an index valid that was not.
class index_check {
public:
  index_check(const module& in, std::uint32_t function);

  /// To be called with the function's declarations. As the next two, it fails the reader, which has just read them.
  void declare(const std::vector<local_group>& groups, byte_reader& reader);
  /// To be called with each instruction.
  void see(const instruction& read, byte_reader& reader);
  /// Does for one that only names a local.
  void see_local(std::uint32_t index, byte_reader& reader) const {
    if (index >= locals_) reader.fail("unknown local");
  }
  /// Whether the function's last `end` has been seen.
  [[nodiscard]] bool is_over() const { return labels_ == 0; }

private:
  const module& in_;
  std::uint64_t locals_;
  std::uint64_t labels_ = 1;  ///< open blocks, the function's body among them
};

/// Why an instruction names a function, table, memory, global or type that a module lacks; null when it does not.
const char* unknown_index(const instruction& read, const module& in);
/// Whether the type that a reference points to exists.
[[nodiscard]] bool is_known(value_type type, const module& in);

}  // namespace pagewise
