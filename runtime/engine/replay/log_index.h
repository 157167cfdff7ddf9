#pragma once

#include <algorithm>
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
  step_number steps;         ///< steps before it
  std::uint32_t innermost;   ///< the innermost open call, or none
  std::uint32_t calls;       ///< calls begun before it
  std::uint32_t new_words;   ///< words of new values before it in its section
  std::uint32_t kinds;       ///< bit per record_kind that occurs
  std::uint32_t shallowest;  ///< the fewest calls that are open at any time
  std::uint64_t writes;      ///< filter of the addresses written
  std::uint64_t locals;      ///< filter of the locals and lines recorded
};

/// The bits of `mark::writes` for bytes in [start, end): every record that writes any of them sets one of these. Writes
/// are told apart by the lines of 64 bytes they touch.
[[nodiscard]] inline std::uint64_t write_filter(std::uint32_t start, std::uint64_t end) {
  constexpr unsigned line_bits = 6;
  if (end <= start) return 0;
  const std::uint64_t last = (end - 1) >> line_bits;
  std::uint64_t line = start >> line_bits, bits = 0;
  if (last - line >= 63) return ~std::uint64_t{0};
  do bits |= std::uint64_t{1} << ((static_cast<std::uint32_t>(line) * 0x9E3779B1U) >> 26);
  while (line++ < last);
  return bits;
}
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

  /// Takes checked words in. `visit(position, record)` is called for each record that is no line, local or change of
  /// memory; it brings the tree up to date.
  template <typename Visit>
  void add(std::span<const std::uint32_t> words, const call_tree& calls, Visit visit);

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

  std::vector<section> sections_;
  std::vector<mark> marks_;
  log_position size_ = 0;
  step_number steps_ = 0;
  std::uint32_t records_ = 0;
};

template <typename Visit>
void log_index::add(std::span<const std::uint32_t> words, const call_tree& calls, Visit visit) {
  sections_.push_back({size_, {words.begin(), words.end()}, static_cast<std::uint32_t>(marks_.size())});
  const log_position end = sections_.back().end();
  const std::uint32_t* record = sections_.back().words.data();
  std::uint32_t new_words = 0, records = 0;
  step_number steps = steps_;
  mark* current = nullptr;
  for (log_position at = size_, next_mark = at; at < end;) {
    if (at >= next_mark) {
      current = &marks_.emplace_back(mark{at, steps, calls.innermost(), calls.size(), new_words, 0,
                                           calls.depth_of(calls.innermost()), 0, 0});
      next_mark = at + words_between_marks;
    }
    const record_kind kind = kind_of(record[0]);
    current->kinds |= 1U << static_cast<std::uint32_t>(kind);
    if (kinds_that_write.has(kind)) {
      const memory_write write = write_of(record);
      current->writes |= write_filter(write.address, write.end());
      new_words += padded_words(write.length);
    } else if (kind == record_kind::line) {
      current->locals |= local_filter(calls.depth_of(calls.innermost()), line_slot);
      ++steps;
    } else if (kind == record_kind::local) {
      current->locals |= local_filter(calls.depth_of(calls.innermost()), payload_of(record[0]) & index_mask);
    } else {
      visit(at, record);
      current->shallowest = std::min(current->shallowest, calls.depth_of(calls.innermost()));
      steps += is_step(record) ? 1 : 0;
    }
    ++records;
    const std::uint32_t length = words_of(record);
    record += length;
    at += length;
  }
  size_ = end;
  steps_ = steps;
  records_ += records;
}

}  // namespace pagewise
