#pragma once

#include <optional>
#include <span>

#include "debug/debug_info.h"
#include "debug/entries.h"
#include "debug/storage.h"

namespace pagewise {

/// What an expression may ask for.
struct expression_context {
  const entry_table& entries;
  const unit& in;
  const frame_view& frame;
  std::span<const std::uint8_t> local_types{};  ///< of the frame's Wasm locals; may be empty
  bytes frame_base{};                           ///< expression of the function
  std::optional<std::uint64_t> object{};        ///< address pushed before: of an object whose part is sought
};

/// Evaluates a location expression (DWARF 5, section 2.5) of an object of `size` bytes. Values that the caller had at
/// its call, the operand stack and operations unknown to us make the result unavailable.
storage evaluate(bytes expression, const expression_context& context, std::uint64_t size);

/// Adds the indices of the Wasm locals that an expression reads.
void add_locals(bytes expression, const unit& in, std::vector<std::uint32_t>& into);

}  // namespace pagewise
