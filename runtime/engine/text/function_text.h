#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "wasm/module.h"

namespace pagewise {

/// One declaration or instruction in the text format.
struct instruction_line {
  std::size_t offset;    ///< of its first byte in the module's file
  std::uint32_t indent;  ///< blocks around it
  std::string text;
};

/// The function's name and type: `func $main (param i32 i32) (result i32)`. Empty for a function that is not there.
std::string function_heading(const module& in, std::uint32_t function);

/// The declarations and instructions of a function's body in the text format's flat form (core specification, chapter
/// 6), at most `most` lines from index `first` on. The `end` that closes the body has a line too. A function that the
/// module imports has none; a damaged body has those before the damage.
std::vector<instruction_line> function_text(const module& in, std::uint32_t function, std::size_t most = 20000,
                                            std::size_t first = 0);

}  // namespace pagewise
