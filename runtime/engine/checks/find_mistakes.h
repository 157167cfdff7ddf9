#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "checks/finding.h"
#include "rewrite/line_sites.h"
#include "wasm/module.h"

namespace pagewise {

/// Where the linker laid the stack and the data out, as addresses. All 0 where it is not known.
struct memory_regions {
  std::uint32_t stack_low = 0, stack_high = 0;  ///< the stack grows from high to low
  std::uint32_t data_start = 0, data_end = 0;
  bool operator==(const memory_regions&) const = default;
};

/// The program that was recorded.
struct checked_program {
  const module& what;
  std::span<const line_site> sites;
  memory_regions regions;
  bool is_optimised;         ///< lines are mixed in its code
  log_position opening = 0;  ///< what the log holds before it stands for what was not recorded
  /// Whether a variable holds the byte at an offset from where the stack pointer is in a function; it may be true where
  /// nothing is known.
  std::function<bool(std::uint32_t function, std::uint32_t offset)> is_variable = [](auto, auto) { return true; };
};

/// Everything wrong that a recorded run did, in the order in which it became known. One pass over the log. Reads are
/// seen where loads were recorded, and where memory was copied in bulk.
std::vector<finding> find_mistakes(const trace& log, const checked_program& program);

}  // namespace pagewise
