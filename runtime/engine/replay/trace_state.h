#pragma once

#include "replay/log_check.h"
#include "replay/log_index.h"
#include "replay/memory_cursor.h"
#include "replay/piece_store.h"
#include "replay/run_history.h"
#include "replay/trace.h"

namespace pagewise {

/// What a trace is made of: the log with its index, what was found in it, and where one stands.
struct trace::state {
  explicit state(const trace_bounds& limits)
      : bounds(limits),
        progress{.pages = limits.pages, .open_calls = 0},
        calls(limits.functions),
        history(limits.globals),
        memory(index, pieces) {}

  /// Whether this is the number of a call that is open at the step.
  [[nodiscard]] bool is_open(std::uint32_t call_number) const {
    return call_number < calls.size() && calls[call_number].entered < position && calls[call_number].left >= position;
  }

  trace_bounds bounds;
  log_progress progress;
  log_index index;
  call_tree calls;
  run_history history;
  piece_store pieces;
  memory_cursor memory;  ///< wherever it was needed last
  step_number step = 0;
  log_position position = 0;            ///< of the step
  std::vector<std::uint32_t> stack;     ///< at the step
  std::vector<std::uint32_t> old_bytes; ///< those that lie in headers, for the changes given out last
};

}  // namespace pagewise
