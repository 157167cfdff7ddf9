#pragma once

#include <optional>

#include "explain/recorded_run.h"

namespace pagewise {

/// Where one can go from a step. The page knows these numbers.
enum class destination_kind : std::uint32_t {
  line,         ///< the next step
  line_over,    ///< the next one that is not in a call of this frame
  out,          ///< the next one outside of this frame
  event,        ///< first: an event_kind
  write,        ///< first and second: bytes from … to, of `memory`; just after they were written
  source_line,  ///< a line that was chosen
  stack_below,  ///< first: an address; the stack pointer has fallen below it
  freed,        ///< first: an address; the block there has been freed
  view,         ///< a script has made a view
  finding,      ///< something wrong has been found
  depth         ///< first: calls; the next one at which no more are open
};

struct destination {
  destination_kind kind;
  std::uint32_t first;
  std::uint32_t second;
  std::uint32_t memory = 0;
};

/// The nearest step after (before) one that fits. `sites` are those of the chosen line. Moves the trace.
std::optional<step_number> find_step(recorded_run& run, step_number from, bool forward, const destination& to,
                                     const std::vector<bool>& sites);

}  // namespace pagewise
