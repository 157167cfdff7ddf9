#include "wasm/byte_reader.h"

namespace pagewise {
namespace {

/// Whether a text is UTF-8: in as few bytes as can be, and without surrogates (RFC 3629, section 4).
bool is_utf8(bytes text) {
  constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x1'0000};
  for (std::size_t i = 0; i < text.size();) {
    const std::uint8_t first = text[i];
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (length > 1) {
      if (first < 0xc0 || first >= 0xf8 || text.size() - i < length) return false;
      std::uint32_t character = first & (0x7fU >> length);
      for (const std::uint8_t byte : text.subspan(i + 1, length - 1)) {
        if ((byte & 0xc0) != 0x80) return false;
        character = character << 6 | (byte & 0x3fU);
      }
      const bool is_surrogate = character >= 0xd800 && character < 0xe000;
      if (character < least[length] || character > 0x10'ffff || is_surrogate) return false;
    }
    i += length;
  }
  return true;
}

}  // namespace

std::uint64_t byte_reader::long_unsigned_leb(unsigned bits) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const std::uint8_t byte = u8();
    if (!ok()) return 0;
    const bool is_last = shift + 7 >= bits;
    if (is_last && (byte & 0x80) != 0) return refuse("integer representation too long");
    if (is_last && (byte >> (bits - shift)) != 0) return refuse("integer too large");
    value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if ((byte & 0x80) == 0) return value;
  }
}

std::int64_t byte_reader::long_signed_leb(unsigned bits) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const std::uint8_t byte = u8();
    if (!ok()) return 0;
    const bool is_last = shift + 7 >= bits;
    if (is_last && (byte & 0x80) != 0) return static_cast<std::int64_t>(refuse("integer representation too long"));
    if (is_last) {
      // The sign bit and what lies above it in the byte must be alike.
      const unsigned above = static_cast<unsigned>(byte & 0x7f) >> (bits - shift - 1);
      const unsigned all = 0x7fU >> (bits - shift - 1);
      if (above != 0 && above != all) return static_cast<std::int64_t>(refuse("integer too large"));
    }
    value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if ((byte & 0x80) != 0) continue;
    const unsigned used = shift + 7;
    if (used < 64 && (byte & 0x40) != 0) value |= ~std::uint64_t{0} << used;
    return static_cast<std::int64_t>(value);
  }
}

std::uint64_t byte_reader::fixed(unsigned width) {
  const bytes taken = take(width);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < taken.size(); ++i) value |= static_cast<std::uint64_t>(taken[i]) << (8 * i);
  return value;
}

std::string_view byte_reader::name() {
  const std::uint32_t size = u32();
  if (ok() && size <= remaining() && !is_utf8(data_.subspan(position_, size))) fail("malformed UTF-8 encoding");
  const bytes text = take(size);
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

std::string_view byte_reader::zero_terminated() {
  const std::size_t start = position_;
  while (ok() && u8() != 0) {
  }
  if (!ok()) return {};
  return {reinterpret_cast<const char*>(data_.data() + start), position_ - start - 1};
}

}  // namespace pagewise
