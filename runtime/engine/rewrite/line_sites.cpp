#include "rewrite/line_sites.h"

#include <algorithm>
#include <utility>

namespace pagewise {

site_finder::site_finder(const line_table& lines, const std::vector<bool>& is_library, std::uint32_t begin,
                         std::uint32_t end)
    : is_library_(is_library),
      next_(std::ranges::lower_bound(lines.rows, begin, {}, &line_row::address)),
      last_(std::ranges::lower_bound(lines.rows, end, {}, &line_row::address)) {}

bool site_finder::has_own_lines() const {
  return std::any_of(next_, last_, [this](const line_row& row) {
    return row.line != 0 && !row.ends_sequence && !is_library_[row.file];
  });
}

const line_row* site_finder::step_at(std::uint32_t address, std::uint8_t code) {
  while (next_ != last_ && next_->address < address) ++next_;
  for (; next_ != last_ && next_->address == address; ++next_) {
    if (next_->ends_sequence || next_->line == 0) continue;
    if (!ahead_ || next_->is_statement || !ahead_->is_statement) ahead_ = &*next_;
  }
  const bool is_head = code == opcode::block || code == opcode::loop || code == opcode::try_legacy || code == opcode::try_table;
  if (is_head) return nullptr;
  const line_row* row = std::exchange(ahead_, nullptr);
  if (!row || (!row->is_statement && !after_loop_)) return nullptr;
  const std::uint64_t line = std::uint64_t{row->file} << 32 | row->line;
  if (line == current_) return nullptr;
  current_ = line;
  after_loop_ = false;
  return is_library_[row->file] ? nullptr : row;
}

void site_finder::branch_to(std::uint32_t label) {
  if (label >= labels_.size()) return;
  auto& target = labels_[labels_.size() - 1 - label];
  target.incoming = merged(target.incoming, current_);
}

void site_finder::follow(const instruction& read) {
  const auto leave = [this] { current_ = unset; };
  switch (read.opcode) {
    case opcode::br:
      branch_to(static_cast<std::uint32_t>(read.operand));
      return leave();
    case opcode::br_if: return branch_to(static_cast<std::uint32_t>(read.operand));
    case opcode::br_table:
      // Its targets are rarely of one line; each is a step of its own.
      for (label& target : labels_) target.incoming = mixed;
      return leave();
    case opcode::unreachable: case opcode::return_: return leave();
    case opcode::else_: {
      if (labels_.empty()) return;
      label& in = labels_.back();
      in.incoming = merged(in.incoming, current_);
      current_ = std::exchange(in.before, unset);
      return;
    }
    case opcode::catch_legacy: case opcode::catch_all:
      if (!labels_.empty()) labels_.back().incoming = merged(labels_.back().incoming, current_);
      current_ = mixed;
      return;
    case opcode::try_table:
      for (label& target : labels_) target.incoming = mixed;
      break;
    case opcode::end: case opcode::delegate:
      if (labels_.empty()) return;
      // Branches to a loop go to its start. An `if` without `else` is left from its condition too.
      if (!labels_.back().is_loop) current_ = merged(current_, labels_.back().incoming);
      current_ = merged(current_, labels_.back().before);
      labels_.pop_back();
      return;
    default: break;
  }
  if (!opens_block(read)) return;
  const bool is_if = read.opcode == opcode::if_;
  labels_.push_back({.is_loop = read.opcode == opcode::loop, .before = is_if ? current_ : unset, .incoming = unset});
  if (read.opcode == opcode::loop) {
    current_ = mixed;
    after_loop_ = true;
  }
}

}  // namespace pagewise
