#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace pagewise {

/// Appends the encodings of the binary format to a buffer. Inverse of byte_reader.
class byte_writer {
public:
  [[nodiscard]] std::size_t size() const { return buffer_.size(); }
  [[nodiscard]] std::span<const std::uint8_t> view() const { return buffer_; }
  [[nodiscard]] std::vector<std::uint8_t> release() { return std::move(buffer_); }
  void reserve(std::size_t capacity) { buffer_.reserve(capacity); }
  /// Begins anew, in the room there is.
  void clear() { buffer_.clear(); }

  void u8(std::uint8_t value) { buffer_.push_back(value); }
  void unsigned_leb(std::uint64_t value) {
    while (value >= 0x80) {
      u8(static_cast<std::uint8_t>(value | 0x80));
      value >>= 7;
    }
    u8(static_cast<std::uint8_t>(value));
  }
  void signed_leb(std::int64_t value) {
    for (;;) {
      const auto byte = static_cast<std::uint8_t>(value & 0x7f);
      value >>= 7;
      if ((value == 0 && (byte & 0x40) == 0) || (value == -1 && (byte & 0x40) != 0)) return u8(byte);
      u8(static_cast<std::uint8_t>(byte | 0x80));
    }
  }
  void raw(std::span<const std::uint8_t> data) { buffer_.insert(buffer_.end(), data.begin(), data.end()); }
  void name(std::string_view text) {
    unsigned_leb(text.size());
    buffer_.insert(buffer_.end(), text.begin(), text.end());
  }

private:
  std::vector<std::uint8_t> buffer_;
};

}  // namespace pagewise
