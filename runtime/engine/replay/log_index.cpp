#include "replay/log_index.h"

#include <algorithm>

namespace pagewise {
namespace {

/// Writes are told apart by the lines of 64 bytes they touch.
constexpr unsigned filter_line_bits = 6;

/// The last element whose member is at most `value`; the first one's is.
template <typename Element, typename Member>
std::uint32_t last_at_most(const std::vector<Element>& in, Member member, std::uint32_t value) {
  const auto after = std::ranges::upper_bound(in, value, {}, member);
  return static_cast<std::uint32_t>(after - in.begin()) - 1;
}

}  // namespace

std::uint64_t write_filter(std::uint32_t start, std::uint64_t end) {
  if (end <= start) return 0;
  const std::uint64_t first = start >> filter_line_bits, last = (end - 1) >> filter_line_bits;
  if (last - first >= 63) return ~std::uint64_t{0};
  std::uint64_t bits = 0;
  for (std::uint64_t line = first; line <= last; ++line) {
    bits |= std::uint64_t{1} << ((static_cast<std::uint32_t>(line) * 0x9E3779B1U) >> 26);
  }
  return bits;
}

void log_index::begin_mark(log_position position, const call_tree& calls, std::uint32_t new_words) {
  marks_.push_back({.position = position,
                    .steps = steps_,
                    .innermost = calls.innermost(),
                    .calls = calls.size(),
                    .new_words = new_words,
                    .kinds = 0,
                    .writes = 0,
                    .locals = 0});
}

void log_index::summarise(mark& into, const std::uint32_t* record, const call_tree& calls) {
  const record_kind kind = kind_of(record[0]);
  into.kinds |= 1U << static_cast<std::uint32_t>(kind);
  if (const memory_write write = write_of(record); write.length > 0) {
    into.writes |= write_filter(write.address, write.end());
  } else if (kind == record_kind::line) {
    into.locals |= local_filter(calls.depth_of(calls.innermost()), line_slot);
  } else if (kind == record_kind::local) {
    into.locals |= local_filter(calls.depth_of(calls.innermost()), payload_of(record[0]) & index_mask);
  }
}

std::uint32_t log_index::section_of(log_position position) const {
  return last_at_most(sections_, &section::start, position);
}

const std::uint32_t* log_index::words_at(log_position position) const {
  const section& in = sections_[section_of(position)];
  return in.words.data() + (position - in.start);
}

std::uint32_t log_index::mark_of(log_position position) const {
  return last_at_most(marks_, &mark::position, position);
}

log_index::stretch log_index::stretch_of(std::uint32_t mark_number) const {
  const log_position from = marks_[mark_number].position;
  const log_position to = mark_number + 1 < marks_.size() ? marks_[mark_number + 1].position : size_;
  return {from, to, words_at(from)};
}

log_position log_index::position_of(step_number step) const {
  if (step >= steps_) return size_;
  const std::uint32_t nearest = last_at_most(marks_, &mark::steps, step);
  const stretch in = stretch_of(nearest);
  step_number left = step - marks_[nearest].steps;
  const std::uint32_t* record = in.words;
  for (; !is_step(record) || left-- > 0; record += words_of(record)) {
  }
  return in.from + static_cast<log_position>(record - in.words);
}

step_number log_index::steps_before(log_position position) const {
  if (position >= size_) return steps_;
  const std::uint32_t nearest = mark_of(position);
  const stretch in = stretch_of(nearest);
  step_number steps = marks_[nearest].steps;
  for (const std::uint32_t *record = in.words, *end = record + (position - in.from); record < end;) {
    steps += is_step(record) ? 1 : 0;
    record += words_of(record);
  }
  return steps;
}

std::uint32_t log_index::innermost_before(log_position position, const call_tree& calls) const {
  if (marks_.empty()) return call::none;
  const std::uint32_t nearest = mark_of(position);
  const std::uint32_t last = nearest + 1 < marks_.size() ? marks_[nearest + 1].calls : calls.size();
  return calls.innermost_before(position, marks_[nearest].innermost, marks_[nearest].calls, last);
}

}  // namespace pagewise
