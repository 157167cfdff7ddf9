#include "wasm/byte_reader.h"

namespace pagewise {

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

std::string_view byte_reader::zero_terminated() {
  const std::size_t start = position_;
  while (ok() && u8() != 0) {
  }
  if (!ok()) return {};
  return {reinterpret_cast<const char*>(data_.data() + start), position_ - start - 1};
}

}  // namespace pagewise
