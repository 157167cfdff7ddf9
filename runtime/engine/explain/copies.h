#pragma once

#include <string>

#include "explain/recorded_run.h"

namespace pagewise {

/// What the program itself copied in steps [from, to), as JSON: `{"bytes", "copies", "steps": [{"at", "bytes", "copies"}, …]}`
/// with `at` as `write_step` writes it: the steps with the most bytes, in order, eight at most. A copy is a bulk copy
/// (`memory.copy`), or a call of the C library's `memcpy` or its kin with what it wrote. A loop of the program's own is none, nor
/// is a string's or a structure's copy by single stores.
std::string copies_json(const recorded_run& run, step_number from, step_number to);

}  // namespace pagewise
