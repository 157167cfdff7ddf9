#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace pagewise {

/// Writes JSON (RFC 8259). The caller keeps begin and end in pairs; commas come by themselves.
class json {
public:
  json& begin_object() { return open('{'); }
  json& end_object() { return close('}'); }
  json& begin_array() { return open('['); }
  json& end_array() { return close(']'); }
  json& key(std::string_view name) {
    text(name);
    out_ += ':';
    needs_comma_ = false;
    return *this;
  }
  json& text(std::string_view value) {
    separate();
    out_ += '"';
    for (const char letter : value) put(letter);
    out_ += '"';
    return *this;
  }
  json& number(std::uint64_t value) {
    separate();
    out_ += std::to_string(value);
    return *this;
  }
  json& boolean(bool value) {
    separate();
    out_ += value ? "true" : "false";
    return *this;
  }
  json& null() {
    separate();
    out_ += "null";
    return *this;
  }
  /// Two digits a byte.
  json& hex(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    separate();
    out_ += '"';
    for (const std::uint8_t byte : bytes) {
      out_ += digits[byte >> 4];
      out_ += digits[byte & 15];
    }
    out_ += '"';
    return *this;
  }

  template <typename Optional, typename Write>
  json& or_null(const Optional& value, Write write) {
    if (value) write(*value);
    else null();
    return *this;
  }

  [[nodiscard]] std::string release() { return std::move(out_); }

private:
  void separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
  }
  json& open(char bracket) {
    separate();
    out_ += bracket;
    needs_comma_ = false;
    return *this;
  }
  json& close(char bracket) {
    out_ += bracket;
    needs_comma_ = true;
    return *this;
  }
  void put(char letter) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\') {
      out_ += '\\';
      out_ += letter;
    } else if (code < 0x20) {
      out_ += "\\u00";
      out_ += digits[code >> 4];
      out_ += digits[code & 15];
    } else {
      out_ += letter;
    }
  }

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace pagewise
