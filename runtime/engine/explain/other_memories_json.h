#pragma once

#include "explain/json.h"
#include "explain/recorded_run.h"

namespace pagewise {

/// Changes of one step that are told at most.
inline constexpr std::size_t most_changes = 64;

/// Where memory changed, and its bytes before and after; of very many bytes the first.
void write_change(json& out, const memory_change& change);

/// What the current step is for each memory beside the first: its size in pages, what the step before changed and by how
/// much it grew. Moves their traces.
void write_other_memories(json& out, const recorded_run& run);

}  // namespace pagewise
