#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <vector>

#include "rewrite/line_sites.h"
#include "rewrite/recording.h"
#include "wasm/module.h"

namespace pagewise {

/// From `rewritten` on (offset in the rewritten file), code comes from `original` on (offset in the file that was
/// read); up to the next entry. `original` is ~0 where the rewriter wrote the code.
struct code_origin {
  std::uint32_t rewritten;
  std::uint32_t original;
};
static_assert(sizeof(code_origin) == 8, "the page reads origins as two words");

struct rewrite_options {
  recording how = recording::none;
  /// Whether loads are recorded too.
  bool loads = false;
  /// The steps of the program; may be null.
  const line_table* lines = nullptr;
  /// Wasm locals of the function that begins at an address, in whose values debug information is interested.
  std::function<std::vector<std::uint32_t>(std::uint32_t address)> locals_needed = nullptr;
};

struct rewritten_module {
  std::vector<std::uint8_t> file;
  std::vector<code_origin> origins;  ///< ordered by `rewritten`
  std::vector<line_site> sites;      ///< the steps that records of lines name
};

/// Inserts probes. Nothing of the module moves: no import is added, no index shifted, and its memory is laid out as
/// before. Appended are always
///  - the table `pagewise.probes` of functions, in the order of probe_slot, to be filled before the first call;
///  - the global `pagewise.stack_low`: the lowest value of the stack pointer so far, unsigned;
///  - `pagewise.stack_pointer`, the module's own global `__stack_pointer`, where an export or the name section names one;
///  - `memory`, the module's first memory, where nothing is exported under that name.
/// Each allocator function keeps its index and becomes a wrapper of its own code, which moves to a new function at the
/// end; so every way out of it is met. Linear in the size of the module.
///
/// A module that records also writes a log (see log_format.h) of what it does to its memories. It exports
///  - the globals `pagewise.active`, `.left`, `.depth`, `.outer`, `.pages` (see recorder_indices), and for
///    recording::second_memory `.position`, `.end` and the memory `pagewise.log` (see log_memory.h), for
///    recording::instance `.line`; of each further memory the memory itself, `pagewise.memory1` and so on;
///  - functions for the host: `pagewise.note` (header, word, word), `pagewise.range` (header, address, length, source),
///    `pagewise.unwind` (depth), `pagewise.check_size` ();
///  - `pagewise.start`, which calls the start function that the module had: the host calls it when the probes are in place.
/// The probe `pause` is called with 0 when no steps are left, else with the bytes that the log needs room for; an
/// answer other than 0 ends the program with a trap. The probe `boundary` is called with 1 when the host has called the
/// program, and with 0 when the program is about to return to it. The probe `grown` is called after each `memory.grow` of
/// the first memory that succeeds.
std::expected<rewritten_module, malformed> rewrite(const module& in, const rewrite_options& options = {});

}  // namespace pagewise
