#pragma once

#include "wasm/instruction.h"

namespace pagewise {

/// Reads the immediates of an instruction whose opcode is a prefix, 0xfb to 0xfe, and whose second one is known.
void read_prefixed(byte_reader& reader, instruction& into);

/// The alignment, memory and offset of a load, a store or an atomic access (core specification, section 5.4.6).
void read_memory_argument(byte_reader& reader, instruction& into);

}  // namespace pagewise
