#include "text/float_text.h"

#include <array>
#include <bit>
#include <charconv>

namespace pagewise {
namespace {

/// `magnitude` has the sign's bit clear.
template <typename number, typename bits>
std::string text_of(bool is_negative, bits magnitude, bits infinity) {
  std::array<char, 32> buffer;
  char* const end = buffer.data() + buffer.size();
  const bits canonical_nan = infinity | (infinity >> 1 & ~infinity);
  std::string text = is_negative ? "-" : "";
  if (magnitude == infinity) return text + "inf";
  if (magnitude == canonical_nan) return text + "nan";
  if (magnitude > infinity) {
    const auto payload = std::to_chars(buffer.data(), end, magnitude - infinity, 16);
    return text + "nan:0x" + std::string(buffer.data(), payload.ptr);
  }
  const auto value = std::bit_cast<number>(magnitude);
  const double wide = value;
  const bool has_many_zeros = wide != 0 && (wide < 1e-6 || wide >= 1e15);
  const auto format = has_many_zeros ? std::chars_format::scientific : std::chars_format::fixed;
  const auto decimal = std::to_chars(buffer.data(), end, value, format);
  return text + std::string(buffer.data(), decimal.ptr);
}

}  // namespace

std::string f32_text(std::uint32_t bits) {
  return text_of<float>(bits >> 31 != 0, bits & 0x7fff'ffffU, std::uint32_t{0x7f80'0000});
}

std::string f64_text(std::uint64_t bits) {
  constexpr std::uint64_t sign = std::uint64_t{1} << 63, infinity = std::uint64_t{0x7ff} << 52;
  return text_of<double>((bits & sign) != 0, bits & ~sign, infinity);
}

}  // namespace pagewise
