#pragma once

#include <initializer_list>
#include <utility>
#include <vector>

#include "replay/trace.h"

namespace pagewise {

/// Words of a log written by hand.
class hand_written {
public:
  using words = std::vector<std::uint32_t>;

  hand_written& line(std::uint32_t site) { return put({record_header(record_kind::line, site)}); }
  hand_written& enter(std::uint32_t function) { return put({record_header(record_kind::enter, function)}); }
  hand_written& exit(std::uint32_t function) { return put({record_header(record_kind::exit, function)}); }
  hand_written& unwind(std::uint32_t depth) { return put({record_header(record_kind::unwind, depth)}); }
  hand_written& store1(std::uint32_t address, std::uint8_t old) {
    return put({record_header(record_kind::store1, old), address});
  }
  hand_written& store4(std::uint32_t address, std::uint32_t old) {
    return put({record_header(record_kind::store4), address, old});
  }
  hand_written& grow(std::uint32_t before, std::uint32_t after) {
    return put({record_header(record_kind::grow), before, after});
  }
  hand_written& allocator(allocator_call call, allocator_phase phase, std::initializer_list<std::uint32_t> rest) {
    put({record_header(record_kind::allocator,
                       static_cast<std::uint32_t>(call) | static_cast<std::uint32_t>(phase) << allocator_call_bits)});
    return put(rest);
  }
  hand_written& put(std::initializer_list<std::uint32_t> more) {
    words_.insert(words_.end(), more);
    return *this;
  }
  [[nodiscard]] log_position size() const { return static_cast<log_position>(words_.size()); }
  [[nodiscard]] const words& get() const { return words_; }

private:
  words words_;
};

/// A piece of memory that is zero but for some bytes.
class hand_piece {
public:
  explicit hand_piece(std::uint32_t index, std::initializer_list<std::pair<std::uint32_t, std::uint8_t>> bytes = {})
      : index_(index), contents_(piece_size) {
    for (const auto& [offset, value] : bytes) contents_[offset] = value;
  }
  [[nodiscard]] memory_piece get() const { return {index_, contents_}; }

private:
  std::uint32_t index_;
  std::vector<std::uint8_t> contents_;
};

}  // namespace pagewise
