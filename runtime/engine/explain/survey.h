#pragma once

#include <string>

#include "explain/recorded_run.h"

namespace pagewise {

/// What a log that begins in the middle of a run tells of it that is small enough to keep, as JSON. One pass over the
/// log; what it begins with is left out, and the steps from `until` on.
///  - `events`, `depths`: as in an overview, in parts of `part_steps` steps; the first real step is the `phase`-th of its part
///  - `blocks`: `[block, allocated, released]` of those that were allocated or released, counted from 1; the two are
///    `[step, site]` of the line at work, each null where it is not known, or null where it did not happen
///  - `lines`: the steps of the lines that open calls are at before `until`, outermost first, without those that are at none
///  - `allocatorWords`: addresses of words among the program's data that the allocator wrote
///  - `main`: `[function, depth, blocks]` of `main` where it was entered: its frame from 1, and blocks allocated before
std::string survey_json(const recorded_run& run, std::uint32_t phase, std::uint32_t part_steps, step_number until);

}  // namespace pagewise
