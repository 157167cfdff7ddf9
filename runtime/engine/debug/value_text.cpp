#include "debug/value_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>

namespace pagewise {
namespace {

std::uint64_t low_bits(std::span<const std::uint8_t> value) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < value.size() && i < 8; ++i) bits |= static_cast<std::uint64_t>(value[i]) << (8 * i);
  return bits;
}

std::int64_t sign_extended(std::uint64_t bits, std::size_t size) {
  const auto unused = static_cast<unsigned>(size == 0 || size >= 8 ? 0 : 64 - 8 * size);
  return static_cast<std::int64_t>(bits << unused) >> unused;
}

std::string wide_text(std::span<const std::uint8_t> value, bool is_signed) {
  unsigned __int128 bits = 0;
  for (std::size_t i = 0; i < 16; ++i) bits |= static_cast<unsigned __int128>(value[i]) << (8 * i);
  const bool is_negative = is_signed && (bits >> 127) != 0;
  if (is_negative) bits = ~bits + 1;
  std::string digits;
  do {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(bits % 10)));
    bits /= 10;
  } while (bits != 0);
  return (is_negative ? "-" : "") + digits;
}

std::string integer_text(std::span<const std::uint8_t> value, bool is_signed) {
  if (value.size() == 16) return wide_text(value, is_signed);
  const std::uint64_t bits = low_bits(value);
  return is_signed ? std::to_string(sign_extended(bits, value.size())) : std::to_string(bits);
}

template <typename Float>
std::string shortest(Float value) {
  std::array<char, 64> buffer{};
  const auto done = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), done.ptr};
}

/// IEEE binary128, as WebAssembly's `long double`: marked `≈` where a double is less exact.
std::string quad_text(std::span<const std::uint8_t> value) {
  const std::uint64_t low = low_bits(value), high = low_bits(value.subspan(8));
  const bool is_negative = (high >> 63) != 0;
  const int exponent = static_cast<int>(high >> 48 & 0x7fff);
  const std::uint64_t upper = high & 0xffff'ffff'ffff;
  const std::string sign = is_negative ? "-" : "";
  if (exponent == 0x7fff) return upper == 0 && low == 0 ? sign + "inf" : "nan";
  if (exponent == 0 && upper == 0 && low == 0) return sign + "0";
  double magnitude =
      std::ldexp(static_cast<double>(upper | (exponent != 0 ? std::uint64_t{1} << 48 : 0)), exponent - 16383 - 48);
  magnitude += std::ldexp(static_cast<double>(low), exponent - 16383 - 112);
  const bool is_exact = (low & 0x0fff'ffff'ffff'ffff) == 0 && exponent > 16383 - 1022 && exponent < 16383 + 1024;
  return (is_exact ? "" : "≈") + sign + shortest(magnitude);
}

std::string floating_text(std::span<const std::uint8_t> value) {
  if (value.size() == 4) return shortest(std::bit_cast<float>(static_cast<std::uint32_t>(low_bits(value))));
  if (value.size() == 8) return shortest(std::bit_cast<double>(low_bits(value)));
  return value.size() == 16 ? quad_text(value) : std::string();
}

/// `1.5 - 2i`: the real part, then the imaginary one.
std::string complex_text(std::span<const std::uint8_t> value) {
  const std::string real = floating_text(value.first(value.size() / 2));
  const std::string imaginary = floating_text(value.subspan(value.size() / 2));
  if (real.empty() || imaginary.empty()) return {};
  const bool is_negative = imaginary.starts_with('-');
  return real + (is_negative ? " - " : " + ") + imaginary.substr(is_negative ? 1 : 0) + "i";
}

void append_utf8(std::string& out, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(static_cast<std::uint8_t>(byte)); };
  if (code < 0x80) { put(code); return; }
  if (code < 0x800) { put(0xc0 | code >> 6); put(0x80 | (code & 0x3f)); return; }
  if (code < 0x10000) { put(0xe0 | code >> 12); put(0x80 | (code >> 6 & 0x3f)); put(0x80 | (code & 0x3f)); return; }
  put(0xf0 | code >> 18); put(0x80 | (code >> 12 & 0x3f)); put(0x80 | (code >> 6 & 0x3f)); put(0x80 | (code & 0x3f));
}

/// A character in a literal. `raw` is its byte or unit, for what is no character.
void append_character(std::string& out, std::uint32_t code, char quote) {
  static constexpr std::string_view escaped("\n\t\r\0\\", 5), letters = "ntr0\\";
  static constexpr std::string_view digits = "0123456789abcdef";
  if (code < 0x80 && escaped.find(static_cast<char>(code)) != std::string_view::npos) {
    out += {'\\', letters[escaped.find(static_cast<char>(code))]};
  } else if (code == static_cast<std::uint32_t>(quote)) {
    out += {'\\', quote};
  } else if (code < 0x20 || (code >= 0x7f && code < 0xa0)) {
    out += {'\\', 'x', digits[code >> 4 & 15], digits[code & 15]};
  } else if (code < 0xd800 || (code > 0xdfff && code < 0x110000)) {
    append_utf8(out, code);
  } else {
    out += "\\x{";
    for (int shift = 28; shift >= 0; shift -= 4) if (code >> shift != 0) out += digits[code >> shift & 15];
    out += '}';
  }
}

/// The length of the UTF-8 sequence at the start of the bytes, and its character; 1 and the byte where there is none.
std::size_t decode_utf8(std::span<const std::uint8_t> from, std::uint32_t& code) {
  const std::uint8_t lead = from[0];
  const std::size_t length = lead >= 0xf0 && lead < 0xf5   ? 4
                             : lead >= 0xe0 && lead < 0xf0 ? 3
                             : lead >= 0xc2 && lead < 0xe0 ? 2
                                                           : 1;
  code = lead;
  if (length == 1 || length > from.size()) return 0;
  code = lead & (0xffu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((from[i] & 0xc0) != 0x80) return 0;
    code = code << 6 | (from[i] & 0x3f);
  }
  static constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  return code >= least[length] && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? length : 0;
}

std::string character_text(const type& of, std::span<const std::uint8_t> value) {
  const bool is_signed = of.encoding == encoding::signed_char || of.encoding == encoding::signed_;
  std::string out = "'";
  const std::uint64_t bits = low_bits(value);
  if (value.size() == 1 && bits >= 0x80) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out += {'\\', 'x', digits[bits >> 4 & 15], digits[bits & 15]};
  } else {
    append_character(out, static_cast<std::uint32_t>(bits), '\'');
  }
  return out + "' " + integer_text(value, is_signed);
}

}  // namespace

bool is_character(const type& of) {
  if (of.kind != type_kind::base) return false;
  return of.encoding == encoding::utf || of.name == "char" || of.name == "wchar_t" || of.name == "char8_t";
}

std::string base_text(const type& of, std::span<const std::uint8_t> value) {
  if (value.empty()) return std::string(of.name);  // `()` of Rust
  if (is_character(of) && value.size() <= 4) return character_text(of, value);
  switch (of.encoding) {
    case encoding::boolean: {
      const std::uint64_t bits = low_bits(value);
      return bits == 0 ? "false" : bits == 1 ? "true" : "true (" + std::to_string(bits) + ")";
    }
    case encoding::signed_: case encoding::signed_char: return integer_text(value, true);
    case encoding::floating:
      if (std::string text = floating_text(value); !text.empty()) return text;
      break;
    case encoding::complex_floating:
      if (std::string text = complex_text(value); !text.empty()) return text;
      break;
    case encoding::unsigned_: case encoding::unsigned_char: case encoding::utf: case encoding::address: return integer_text(value, false);
    default: break;
  }
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "0x";
  for (std::size_t i = value.size(); i > 0; --i) out += {digits[value[i - 1] >> 4], digits[value[i - 1] & 15]};
  return out;
}

std::string pointer_text(std::uint64_t address) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "0x";
  for (int shift = std::max(16, (static_cast<int>(std::bit_width(address)) - 1) / 4 * 4); shift >= 0; shift -= 4) out += digits[address >> shift & 15];
  return out;
}

namespace {

/// The enumerators whose bits make up a value, joined by `|`; empty where they are no flags (two share a bit), or do not
/// make it up.
std::string flags_text(const type& of, std::string_view scope, std::uint64_t value, std::uint64_t mask) {
  std::uint64_t seen = 0, left = value;
  std::string out;
  for (const type_enumerator& one : of.enumerators) {
    const std::uint64_t bits = one.value & mask;
    if ((seen & bits) != 0) return {};
    seen |= bits;
    if (bits == 0 || (value & bits) != bits) continue;
    left &= ~bits;
    out += (out.empty() ? "" : " | ") + std::string(scope) + std::string(one.name);
  }
  return left == 0 ? out : std::string();
}

}  // namespace

std::string enumerator_text(const type& of, std::string_view scope, std::uint64_t value, bool is_signed) {
  const std::uint64_t mask = of.size >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * of.size)) - 1;
  const std::string number = is_signed ? std::to_string(sign_extended(value, static_cast<std::size_t>(of.size)))
                                       : std::to_string(value & mask);
  for (const type_enumerator& one : of.enumerators) {
    if ((one.value & mask) == (value & mask)) return std::string(scope) + std::string(one.name) + " " + number;
  }
  const std::string flags = flags_text(of, scope, value & mask, mask);
  return flags.empty() ? number : flags + " " + number;
}

std::string quoted(std::span<const std::uint8_t> characters, unsigned width) {
  std::string out = "\"";
  for (std::size_t i = 0; i + width <= characters.size();) {
    std::uint32_t code = static_cast<std::uint32_t>(low_bits(characters.subspan(i, width)));
    std::size_t used = width;
    if (width == 1 && code >= 0x80) {
      const std::size_t length = decode_utf8(characters.subspan(i), code);
      if (length == 0) {
        static constexpr std::string_view digits = "0123456789abcdef";
        out += {'\\', 'x', digits[code >> 4 & 15], digits[code & 15]};
        ++i;
        continue;
      }
      used = length;
    } else if (width == 2 && code >= 0xd800 && code < 0xdc00 && i + 4 <= characters.size()) {
      const auto low = static_cast<std::uint32_t>(low_bits(characters.subspan(i + 2, 2)));
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        used = 4;
      }
    }
    append_character(out, code, '"');
    i += used;
  }
  return out + "\"";
}

}  // namespace pagewise
