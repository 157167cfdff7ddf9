#pragma once

#include <cstdint>
#include <string>

namespace pagewise {

/// A floating-point constant, from its bits, in the text format: the shortest decimal number that gives the same bits,
/// `inf`, `nan`, or `nan:0x200000` where the payload is not the canonical one (core specification, section 6.3.2).
std::string f32_text(std::uint32_t bits);
std::string f64_text(std::uint64_t bits);

}  // namespace pagewise
