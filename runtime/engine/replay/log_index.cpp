#include "replay/log_index.h"

#include <algorithm>

namespace pagewise {
namespace {

/// The last element whose member is at most `value`; the first one's is.
template <typename Element, typename Member>
std::uint32_t last_at_most(const std::vector<Element>& in, Member member, std::uint32_t value) {
  const auto after = std::ranges::upper_bound(in, value, {}, member);
  return static_cast<std::uint32_t>(after - in.begin()) - 1;
}

}  // namespace

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
