#include <algorithm>
#include <functional>

#include "replay/log_search.h"
#include "replay/trace_state.h"

namespace pagewise {
namespace {

/// The last of some ascending positions below `place`.
template <typename Positions, typename Projection = std::identity>
std::optional<log_position> last_below(const Positions& positions, log_position place, Projection projection = {}) {
  const auto after = std::ranges::lower_bound(positions, place, {}, projection);
  if (after == positions.begin()) return std::nullopt;
  return std::invoke(projection, *(after - 1));
}

/// The first of some ascending positions that is not below `place`.
template <typename Positions, typename Projection = std::identity>
std::optional<log_position> first_from(const Positions& positions, log_position place, Projection projection = {}) {
  const auto found = std::ranges::lower_bound(positions, place, {}, projection);
  if (found == positions.end()) return std::nullopt;
  return std::invoke(projection, *found);
}

bool has_exit(const mark& at) { return (at.kinds & 1U << static_cast<std::uint32_t>(record_kind::exit)) != 0; }
auto exits(const mark&) {
  return [](log_position, const std::uint32_t* record) { return kind_of(record[0]) == record_kind::exit; };
}

std::span<const log_position> listed(const run_history& history, event_kind kind) {
  switch (kind) {
    case event_kind::allocation: return history.heap().allocations();
    case event_kind::release: return history.heap().releases();
    case event_kind::growth: return history.grows();
    case event_kind::output: return history.outputs();
    default: return history.notes();
  }
}

}  // namespace

std::optional<step_number> trace::next(event_kind kind) const {
  const state& now = *state_;
  const auto event = kind == event_kind::call       ? first_from(now.calls.all(), now.position, &call::entered)
                     : kind == event_kind::call_end ? find_first(now.index, now.position, has_exit, exits)
                                                    : first_from(listed(now.history, kind), now.position);
  if (!event) return std::nullopt;
  return now.index.steps_before(*event + 1);
}

std::optional<step_number> trace::previous(event_kind kind) const {
  const state& now = *state_;
  if (now.step == 0) return std::nullopt;
  const log_position place = position_of(now.step - 1);
  const auto event = kind == event_kind::call       ? last_below(now.calls.all(), place, &call::entered)
                     : kind == event_kind::call_end ? find_last(now.index, 0, place, has_exit, exits)
                                                    : last_below(listed(now.history, kind), place);
  if (!event) return std::nullopt;
  return now.index.steps_before(*event + 1);
}

std::uint32_t trace::depth_at(step_number step) const {
  return state_->calls.depth_of(state_->index.innermost_before(position_of(step), state_->calls));
}

// A deeper call is passed at once: until it is left, no step is as low as one looks for.

std::optional<step_number> trace::next_at_depth(std::uint32_t depth) const {
  const state& now = *state_;
  for (step_number step = now.step + 1; step <= steps();) {
    const std::uint32_t innermost = now.index.innermost_before(position_of(step), now.calls);
    if (now.calls.depth_of(innermost) <= depth) return step;
    const call& deeper = now.calls[now.calls.at_depth(innermost, depth + 1)];
    if (deeper.left >= size()) return std::nullopt;
    step = now.index.steps_before(deeper.left + 1);
  }
  return std::nullopt;
}

std::optional<step_number> trace::previous_at_depth(std::uint32_t depth) const {
  const state& now = *state_;
  for (step_number after = now.step; after > 0;) {
    const step_number step = after - 1;
    const std::uint32_t innermost = now.index.innermost_before(position_of(step), now.calls);
    if (now.calls.depth_of(innermost) <= depth) return step;
    after = now.index.steps_before(now.calls[now.calls.at_depth(innermost, depth + 1)].entered);
  }
  return std::nullopt;
}

}  // namespace pagewise
