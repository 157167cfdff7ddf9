#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <unordered_map>

#include "wasm/byte_writer.h"

namespace pagewise {

/// Function types that the rewriter adds behind a module's own, each once.
class appended_types {
public:
  explicit appended_types(std::uint32_t first) : next_(first) {}

  /// Index of the type with these parameters and results, as the binary format encodes each.
  std::uint32_t index(std::span<const std::uint8_t> parameters, std::uint32_t parameter_count,
                      std::span<const std::uint8_t> results, std::uint32_t result_count) {
    byte_writer type;
    type.u8(0x60);
    type.unsigned_leb(parameter_count);
    type.raw(parameters);
    type.unsigned_leb(result_count);
    type.raw(results);
    const auto [at, is_new] = known_.emplace(std::string(type.view().begin(), type.view().end()), next_);
    if (is_new) {
      entries_.raw(type.view());
      ++next_;
      ++count_;
    }
    return at->second;
  }
  /// The same for types of one byte each.
  std::uint32_t index(std::span<const std::uint8_t> parameters, std::span<const std::uint8_t> results) {
    return index(parameters, static_cast<std::uint32_t>(parameters.size()), results,
                 static_cast<std::uint32_t>(results.size()));
  }
  std::uint32_t index(std::initializer_list<std::uint8_t> parameters, std::initializer_list<std::uint8_t> results = {}) {
    return index(std::span(parameters.begin(), parameters.size()), std::span(results.begin(), results.size()));
  }

  [[nodiscard]] std::uint32_t count() const { return count_; }
  [[nodiscard]] std::span<const std::uint8_t> entries() const { return entries_.view(); }

private:
  std::unordered_map<std::string, std::uint32_t> known_;
  byte_writer entries_;
  std::uint32_t next_;
  std::uint32_t count_ = 0;
};

}  // namespace pagewise
