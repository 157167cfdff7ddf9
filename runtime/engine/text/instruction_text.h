#pragma once

#include <string>

#include "wasm/instruction.h"
#include "wasm/module.h"

namespace pagewise {

/// One instruction in the text format (core specification, section 6.5). `encoding` has the bytes that read_instruction
/// read it from. What the format lets one leave out is left out: memory and table 0, offset 0, the natural alignment.
/// Labels are depths.
std::string instruction_text(const module& in, const instruction& read, bytes encoding);

}  // namespace pagewise
