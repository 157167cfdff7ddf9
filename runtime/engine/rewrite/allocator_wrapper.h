#pragma once

#include <cstdint>
#include <vector>

#include "rewrite/allocator_functions.h"
#include "rewrite/appended_types.h"
#include "rewrite/probes.h"
#include "rewrite/recording.h"

namespace pagewise {

/// Which kind of exceptions a module uses: an engine accepts no module with both.
enum class exceptions { none, legacy, standard };

/// The body that takes the place of an allocator function, without its size: probes around a call of `moved`, its own
/// code. `records` is null when nothing is recorded.
std::vector<std::uint8_t> wrapper_body(const recorder_indices& indices, appended_types& types, probes* records,
                                       const function_type& type, allocator_call call, std::uint32_t moved,
                                       exceptions caught);

}  // namespace pagewise
