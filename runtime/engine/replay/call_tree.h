#pragma once

#include <span>
#include <vector>

#include "replay/record_reader.h"
#include "replay/trace.h"

namespace pagewise {

/// Every call of a run, numbered in the order in which they began, and which of them are open at the log's end.
class call_tree {
public:
  explicit call_tree(std::uint32_t functions) : open_of_(functions) {}

  /// The records that it is made of.
  static constexpr record_kinds kinds{record_kind::enter, record_kind::exit, record_kind::unwind};
  void add(log_position at, const std::uint32_t* record);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(calls_.size()); }
  [[nodiscard]] std::span<const call> all() const { return calls_; }
  [[nodiscard]] const call& operator[](std::uint32_t number) const { return calls_[number]; }
  /// The innermost call that is open at the log's end, or none.
  [[nodiscard]] std::uint32_t innermost() const { return innermost_; }
  /// Calls open within a call, itself and those below it; 0 for none.
  [[nodiscard]] std::uint32_t depth_of(std::uint32_t number) const {
    return number == call::none ? 0 : depths_[number];
  }
  /// The call at `depth` from which `number` descends, or itself. `depth` is from 1 to its own.
  [[nodiscard]] std::uint32_t at_depth(std::uint32_t number, std::uint32_t depth) const;

  /// The innermost call still open just before `position`: `open` was the innermost at an earlier place, and [first,
  /// last) are the numbers of the calls that began since then and before a later place.
  [[nodiscard]] std::uint32_t innermost_before(log_position position, std::uint32_t open, std::uint32_t first,
                                               std::uint32_t last) const;
  /// The innermost call left after the record at `position`, which may have ended `open` and others.
  [[nodiscard]] std::uint32_t left_open(std::uint32_t open, log_position position) const;

private:
  void enter(std::uint32_t function, log_position at);
  /// Ends the innermost call of this function and what is above it. One that is not open is left alone: the host took
  /// over and its frames ended before.
  void exit(std::uint32_t function, log_position at);
  /// Ends all calls but the outermost `remaining`.
  void unwind(std::uint32_t remaining, log_position at);
  void leave(log_position at);

  std::vector<call> calls_;
  std::vector<std::uint32_t> depths_;
  std::vector<std::uint32_t> open_of_;  ///< per function: its calls that are open
  std::uint32_t innermost_ = call::none;
};

/// Which call is the innermost while records are passed one by one.
class call_walk {
public:
  call_walk(const call_tree& tree, std::uint32_t innermost, std::uint32_t next)
      : tree_(tree), innermost_(innermost), next_(next) {}

  [[nodiscard]] std::uint32_t innermost() const { return innermost_; }

  void pass(record_kind kind, log_position position) {
    if (kind == record_kind::enter) innermost_ = next_++;
    if (kind == record_kind::exit || kind == record_kind::unwind) innermost_ = tree_.left_open(innermost_, position);
  }

private:
  const call_tree& tree_;
  std::uint32_t innermost_;
  std::uint32_t next_;
};

}  // namespace pagewise
