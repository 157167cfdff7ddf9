#pragma once

#include <cstdint>

#include "rewrite/allocator_functions.h"
#include "wasm/byte_writer.h"
#include "wasm/module.h"

namespace pagewise {

/// Indices of what the rewriter appends to a module.
struct appended {
  static constexpr std::uint32_t enter_probe = 0, leave_probe = 1, abandon_probe = 2, throw_probe = 3, probes = 4;

  std::uint32_t enter_type;    ///< (i32 i32 i32 i32) -> ()
  std::uint32_t leave_type;    ///< (i32 i32) -> ()
  std::uint32_t abandon_type;  ///< () -> ()
  std::uint32_t track_type;    ///< (i32) -> (i32)
  std::uint32_t table;
  std::uint32_t stack_low;       ///< global
  std::uint32_t track_function;  ///< keeps the minimum of its argument, and returns it
  std::uint32_t first_moved;     ///< function with the code of the first allocator function; the others follow
  bool catches;                  ///< whether wrappers catch exceptions of the legacy kind
};

/// The body of the function that keeps the stack pointer's extreme.
void write_track_body(byte_writer& into, const appended& indices);

/// The body that takes the place of an allocator function: probes around a call of `moved`, its own code.
void write_wrapper_body(byte_writer& into, const appended& indices, const function_type& type,
                        allocator_call call, std::uint32_t moved);

}  // namespace pagewise
