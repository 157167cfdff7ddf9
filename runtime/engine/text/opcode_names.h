#pragma once

#include <cstdint>
#include <string_view>

#include "wasm/instruction.h"

namespace pagewise {

/// What the text format calls an instruction (core specification, section 6.5; proposals that hosts already run use the
/// names they propose). Empty for an opcode that nobody defined.
std::string_view opcode_name(const instruction& of);

/// The same for the opcode after the prefix 0xfd.
std::string_view vector_opcode_name(std::uint32_t extended);

}  // namespace pagewise
