#pragma once

#include <string>

#include "explain/recorded_run.h"

namespace pagewise {

/// The most bytes that blocks held at once, and the step in which they did first, as JSON: `[bytes, step]`; step 0 where
/// nothing was allocated. Bytes of blocks within others count once. Of what one call of the allocator did, releases
/// come first.
std::string heap_peak_json(const recorded_run& run);

}  // namespace pagewise
