#pragma once

#include <optional>
#include <span>
#include <vector>

#include "checks/find_mistakes.h"
#include "checks/function_roles.h"
#include "checks/leaks.h"

namespace pagewise {

/// How and by which line the last pointer that led to a block was lost.
struct lost_pointer {
  log_position line;
  pointer_loss how;
};

/// For each of the lost blocks, in their order, where the last pointer that led to it was lost: one into it, or into a
/// lost block that leads to it. None where that is not certain: optimised code keeps pointers in Wasm locals, and what
/// lies before the opening was not recorded. One pass over the log.
std::vector<std::optional<lost_pointer>> last_pointers(const trace& log, const checked_program& program,
                                                       std::span<const function_role> roles,
                                                       const allocator_words& left_out,
                                                       std::span<const std::uint32_t> lost);

}  // namespace pagewise
