#pragma once

#include <cstdint>
#include <span>

#include "rewrite/line_sites.h"
#include "wasm/module.h"

namespace pagewise {

/// Whether the code of a step, up to the next one in the code, takes bits out of a word or puts some in: as an
/// assignment to a bit-field does, which reads the bits beside it.
bool masks_bits(const module& program, std::span<const line_site> sites, std::uint32_t site);

}  // namespace pagewise
