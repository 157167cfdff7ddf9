#pragma once

#include <cstdint>
#include <expected>
#include <vector>

#include "wasm/module.h"

namespace pagewise {

/// From `rewritten` on (offset in the rewritten file), code comes from `original` on (offset in the file that was
/// read); up to the next entry. `original` is ~0 where the rewriter wrote the code.
struct code_origin {
  std::uint32_t rewritten;
  std::uint32_t original;
};
static_assert(sizeof(code_origin) == 8, "the page reads origins as two words");

struct rewritten_module {
  std::vector<std::uint8_t> file;
  std::vector<code_origin> origins;  ///< ordered by `rewritten`
};

/// Inserts the probes of the allocator functions and of the stack pointer's extreme. Nothing of the module moves: no
/// import is added, no index shifted, and its memory is laid out as before. Appended are
///  - the table `pagewise.probes` of four functions, to be filled before the first call:
///    enter(call, first, second, third), leave(call, result), abandon(), thrown(), which `__cxa_throw` calls first;
///  - the global `pagewise.stack_low`: the lowest value of the stack pointer so far, unsigned.
/// Each allocator function keeps its index and becomes a wrapper of its own code, which moves to a new function at the
/// end; so every way out of it is met. Linear in the size of the module.
std::expected<rewritten_module, malformed> rewrite(const module& in);

}  // namespace pagewise
