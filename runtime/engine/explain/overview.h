#pragma once

#include <string>

#include "explain/recorded_run.h"

namespace pagewise {

/// How often each kind of event happened in each of `buckets` equal parts of the run's steps, as JSON: an object with
/// lists of counts, and the deepest stack of each part in `depths`. One pass over the log.
std::string overview_json(const recorded_run& run, std::uint32_t buckets);

/// Who wrote bytes [start, end) of a memory before and after a step, at most `most` each, nearest first, and the block
/// that holds them, as JSON.
std::string history_json(const recorded_run& run, step_number step, std::uint32_t start, std::uint32_t end, std::uint32_t most,
                         std::uint32_t memory = 0);

/// The text of the function of one frame of the current step, as JSON; `null` where there is none. Frames count from
/// the outermost, inlined ones with the function they are in.
std::string code_json(const recorded_run& run, std::uint32_t call_number);

}  // namespace pagewise
