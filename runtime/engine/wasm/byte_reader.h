#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace pagewise {

using bytes = std::span<const std::uint8_t>;

/// Reads a byte sequence front to back. The first thing that goes wrong is kept with its offset; from then on every
/// read gives zero and moves nothing, so that callers check once, after a run of reads.
class byte_reader {
public:
  /// `origin` is the offset that the first byte has in the file; errors are told in file offsets.
  explicit byte_reader(bytes data, std::size_t origin = 0) : data_(data), origin_(origin) {}

  [[nodiscard]] bool ok() const { return reason_ == nullptr; }
  [[nodiscard]] bool at_end() const { return !ok() || position_ == data_.size(); }
  [[nodiscard]] const char* reason() const { return reason_; }
  [[nodiscard]] std::size_t failed_at() const { return failed_at_; }
  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] std::size_t file_offset() const { return origin_ + position_; }
  [[nodiscard]] std::size_t remaining() const { return data_.size() - position_; }
  /// The bytes between two positions of this reader.
  [[nodiscard]] bytes between(std::size_t from, std::size_t to) const { return data_.subspan(from, to - from); }

  void fail(const char* reason) {
    if (!ok()) return;
    reason_ = reason;
    failed_at_ = file_offset();
  }

  std::uint8_t u8() {
    if (!need(1)) return 0;
    return data_[position_++];
  }
  [[nodiscard]] std::uint8_t peek() const { return at_end() ? 0 : data_[position_]; }

  /// Unsigned LEB128 of at most `bits` bits (core specification, section 5.2.2); at least 7.
  std::uint64_t unsigned_leb(unsigned bits = 32) {
    return is_short_leb() ? data_[position_++] : long_unsigned_leb(bits);
  }
  /// Signed LEB128 of at most `bits` bits; at least 7.
  std::int64_t signed_leb(unsigned bits = 32) {
    constexpr int sign = 0x40;
    return is_short_leb() ? (data_[position_++] ^ sign) - sign : long_signed_leb(bits);
  }
  std::uint32_t u32() { return static_cast<std::uint32_t>(unsigned_leb(32)); }

  /// Little-endian integers of fixed width.
  std::uint64_t fixed(unsigned width);

  bytes take(std::size_t count) {
    if (!need(count)) return {};
    const bytes taken = data_.subspan(position_, count);
    position_ += count;
    return taken;
  }
  void skip(std::size_t count) { (void)take(count); }
  /// A name: its length, then so many bytes of UTF-8 (core specification, section 5.2.4).
  std::string_view name();
  /// Text that ends with a zero byte; the zero is read too.
  std::string_view zero_terminated();

private:
  /// Whether a number of one byte comes next: most are.
  [[nodiscard]] bool is_short_leb() const { return !at_end() && data_[position_] < 0x80; }
  std::uint64_t long_unsigned_leb(unsigned bits);
  std::int64_t long_signed_leb(unsigned bits);
  std::uint64_t refuse(const char* reason) {
    fail(reason);
    return 0;
  }
  bool need(std::size_t count) {
    if (ok() && count > remaining()) fail("unexpected end");
    return ok();
  }

  bytes data_;
  std::size_t origin_;
  std::size_t position_ = 0;
  std::size_t failed_at_ = 0;
  const char* reason_ = nullptr;
};

}  // namespace pagewise
