#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "replay/trace.h"

namespace pagewise {

/// Whose the bytes of the stack are, while a log is read from its start.
class stack_owners {
public:
  struct owner {
    std::uint32_t call;      ///< its number
    std::uint32_t function;
    std::uint32_t base = 0, top = 0;  ///< its frame: from where it first set the stack pointer to where that was before

    [[nodiscard]] bool has(std::uint32_t address) const { return address >= base && address < top; }
  };

  explicit stack_owners(const trace& log) : log_(log) {}

  void enter(std::uint32_t function) { owners_.push_back({.call = next_++, .function = function}); }
  /// Drops the frames that ended with the record at a position.
  void leave(log_position at) {
    while (!owners_.empty() && log_.call_numbered(owners_.back().call).left <= at) owners_.pop_back();
  }
  void stack_pointer(std::uint32_t value) {
    if (!owners_.empty() && owners_.back().top == 0) {
      owners_.back().base = value;
      owners_.back().top = pointer_.value_or(~std::uint32_t{0});
    }
    pointer_ = value;
  }

  [[nodiscard]] std::optional<std::uint32_t> pointer() const { return pointer_; }
  [[nodiscard]] const owner* innermost() const { return owners_.empty() ? nullptr : &owners_.back(); }

private:
  const trace& log_;
  std::vector<owner> owners_;
  std::uint32_t next_ = 0;
  std::optional<std::uint32_t> pointer_;
};

}  // namespace pagewise
