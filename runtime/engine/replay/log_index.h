#pragma once

#include <optional>
#include <span>
#include <vector>

#include "replay/call_tree.h"
#include "replay/record_reader.h"
#include "replay/trace.h"

namespace pagewise {

/// A place in the log from which one reads on, every thousand words or so, with what the records before it left behind
/// and a summary of those up to the next mark.
struct mark {
  log_position position;
  step_number steps;        ///< steps before it
  std::uint32_t innermost;  ///< the innermost open call, or none
  std::uint32_t calls;      ///< calls begun before it
  std::uint32_t new_words;  ///< words of new values before it in its section
  std::uint32_t kinds;      ///< bit per record_kind that occurs
  std::uint64_t writes;     ///< filter of the addresses written
  std::uint64_t locals;     ///< filter of the locals and lines recorded
};

/// The bits of `mark::writes` for bytes in [start, end): every record that writes any of them sets one of these.
[[nodiscard]] std::uint64_t write_filter(std::uint32_t start, std::uint64_t end);
/// The bit of `mark::locals` for a local of the call at this depth; `line_slot` for its lines.
[[nodiscard]] constexpr std::uint64_t local_filter(std::uint32_t depth, std::uint32_t index) {
  return std::uint64_t{1} << (((depth * 61 + index) * 0x9E3779B1U) >> 26);
}
inline constexpr std::uint32_t line_slot = ~std::uint32_t{0};

/// The log's words in sections, and the marks to find one's way in them.
class log_index {
public:
  struct section {
    log_position start;
    std::vector<std::uint32_t> words;
    std::uint32_t first_mark;

    [[nodiscard]] log_position end() const { return start + static_cast<log_position>(words.size()); }
  };

  /// Words of the log between two places, up to the next mark or the end of a section.
  struct stretch {
    log_position from, to;
    const std::uint32_t* words;  ///< those at `from`
  };

  /// Takes checked words in. Enters, exits and unwinds go into the tree, too; `visit(position, record)` is called for
  /// each record.
  template <typename Visit>
  void add(std::span<const std::uint32_t> words, call_tree& calls, Visit visit);

  [[nodiscard]] log_position size() const { return size_; }
  [[nodiscard]] step_number steps() const { return steps_; }
  [[nodiscard]] std::uint32_t records() const { return records_; }
  [[nodiscard]] std::span<const section> sections() const { return sections_; }
  /// The section in which a position lies; the last one for `size()`. Only when there is one.
  [[nodiscard]] std::uint32_t section_of(log_position position) const;
  [[nodiscard]] const std::uint32_t* words_at(log_position position) const;

  [[nodiscard]] std::span<const mark> marks() const { return marks_; }
  /// The number of the last mark at or before a position. Only when there is one.
  [[nodiscard]] std::uint32_t mark_of(log_position position) const;
  /// What lies between a mark and the next one.
  [[nodiscard]] stretch stretch_of(std::uint32_t mark_number) const;

  [[nodiscard]] log_position position_of(step_number step) const;
  /// Steps before a position.
  [[nodiscard]] step_number steps_before(log_position position) const;
  /// The innermost call open just before a position, or none.
  [[nodiscard]] std::uint32_t innermost_before(log_position position, const call_tree& calls) const;

private:
  static constexpr log_position words_between_marks = 1024;

  void begin_mark(log_position position, const call_tree& calls, std::uint32_t new_words);
  static void summarise(mark& into, const std::uint32_t* record, const call_tree& calls);

  std::vector<section> sections_;
  std::vector<mark> marks_;
  log_position size_ = 0;
  step_number steps_ = 0;
  std::uint32_t records_ = 0;
};

template <typename Visit>
void log_index::add(std::span<const std::uint32_t> words, call_tree& calls, Visit visit) {
  sections_.push_back({size_, {words.begin(), words.end()}, static_cast<std::uint32_t>(marks_.size())});
  const log_position end = sections_.back().end();
  const std::uint32_t* record = sections_.back().words.data();
  std::uint32_t new_words = 0;
  for (log_position at = size_, next_mark = at; at < end;) {
    if (at >= next_mark) {
      begin_mark(at, calls, new_words);
      next_mark = at + words_between_marks;
    }
    switch (kind_of(record[0])) {
      case record_kind::enter: calls.enter(payload_of(record[0]), at); break;
      case record_kind::exit: calls.exit(payload_of(record[0]), at); break;
      case record_kind::unwind: calls.unwind(payload_of(record[0]), at); break;
      default: break;
    }
    summarise(marks_.back(), record, calls);
    visit(at, record);
    new_words += new_words_of(record);
    steps_ += is_step(record) ? 1 : 0;
    ++records_;
    const std::uint32_t length = words_of(record);
    record += length;
    at += length;
  }
  size_ = end;
}

}  // namespace pagewise
