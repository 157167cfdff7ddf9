#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "wasm/module.h"

namespace pagewise {

/// A place in a function's body, after an instruction, where a new value of the stack pointer becomes known.
struct frame_probe {
  enum class kind {
    value_on_stack,   ///< the value lies on the operand stack
    pointer_written,  ///< the global has just been written
    throws            ///< the function is about to throw
  };
  std::size_t position;  ///< in the body's contents, where code is to be inserted
  kind where;
};

/// Where a function moves the stack down: after `__stack_pointer - size` in its prologue, which a leaf function
/// computes but never writes back, and after each write of the global. Fails the reader at code that it cannot read.
/// `uses_legacy_exceptions` becomes true when the body has a `try`.
std::vector<frame_probe> find_frame_probes(byte_reader& reader, std::uint32_t stack_pointer,
                                           bool& uses_legacy_exceptions);

/// Reads past the declarations of a body's locals, to its first instruction.
void skip_locals(byte_reader& reader);

}  // namespace pagewise
