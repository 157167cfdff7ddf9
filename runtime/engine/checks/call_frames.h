#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "checks/finding.h"
#include "checks/function_roles.h"
#include "replay/trace.h"

namespace pagewise {

/// The calls that are open while a log is read from its start, with the lines that they are at.
class call_frames {
public:
  struct frame {
    std::uint32_t call;  ///< its number
    log_position line;   ///< the learner's line that it is at, or from which it was called; or nowhere
    log_position asked;  ///< of an allocator that announces: the line from which it was called, or nowhere
    bool has_own;        ///< it is the learner's function, or one below it is
    function_role role;  ///< the allocator's, announcing and formatting functions count for what they call, too
  };

  call_frames(const trace& log, std::span<const function_role> roles) : log_(log), roles_(roles) {}

  void enter(std::uint32_t function);
  /// Drops the frames that ended with the record at a position.
  void leave(log_position at) {
    while (!frames_.empty() && log_.call_numbered(frames_.back().call).left <= at) frames_.pop_back();
  }
  void line(log_position at) {
    if (!frames_.empty()) frames_.back().line = at;
  }
  /// A step of JavaScript.
  void script(log_position at) { script_ = at; }

  [[nodiscard]] const frame* innermost() const { return frames_.empty() ? nullptr : &frames_.back(); }
  [[nodiscard]] bool has_own() const { return !frames_.empty() && frames_.back().has_own; }
  [[nodiscard]] bool is_own() const { return !frames_.empty() && frames_.back().role.is_own; }
  /// The line that is at work: the learner's, or JavaScript's; or nowhere.
  [[nodiscard]] log_position guilty() const { return frames_.empty() ? script_ : frames_.back().line; }
  /// The line that asks for what is announced: that of the allocator's caller, where there is one.
  [[nodiscard]] log_position asking() const {
    const bool has_caller = !frames_.empty() && frames_.back().role.is_announcing && frames_.back().asked != finding::nowhere;
    return has_caller ? frames_.back().asked : guilty();
  }

private:
  const trace& log_;
  std::span<const function_role> roles_;
  std::vector<frame> frames_;
  std::uint32_t next_ = 0;
  log_position script_ = finding::nowhere;
};

}  // namespace pagewise
