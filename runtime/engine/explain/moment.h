#pragma once

#include <string>

#include "explain/recorded_run.h"

namespace pagewise {

/// Everything that panels show of the trace's current step, as JSON: see `RawMoment` in the page's `raw-moment.ts`.
std::string moment_json(recorded_run& run);

}  // namespace pagewise
