#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "wasm/module.h"

namespace pagewise {

/// A variable with a fixed address: a global, or a `static` one.
struct data_symbol {
  std::string name;
  std::uint32_t address;
  std::uint32_t size;  ///< bytes; 0 when its type does not say
};

/// The variables that `.debug_info` (DWARF 4 and 5, section 7.5) gives a fixed address, ordered by it. Units without
/// debug information have none; what cannot be read ends the reading, and what was found stays.
std::vector<data_symbol> read_data_symbols(const module& in);

}  // namespace pagewise
