#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "wasm/module.h"

namespace pagewise {

/// A name as an identifier of the text format: `$main`, or `$"operator new(unsigned long)"` where it has characters
/// that identifiers lack (core specification, section 6.3.5).
std::string identifier(std::string_view name);

/// The function's identifier where the name section names it, else its index. Names are not unique: C++ gives two
/// static functions the same one.
std::string function_reference(const module& in, std::uint32_t function);

}  // namespace pagewise
