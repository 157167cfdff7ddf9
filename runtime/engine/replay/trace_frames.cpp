#include <algorithm>

#include "replay/log_search.h"
#include "replay/trace_state.h"

namespace pagewise {
namespace {

/// The last record in [from, to) that matches among those of one call itself, without the calls it made.
template <typename Match>
std::optional<log_position> last_of_call(const log_index& index, const call_tree& calls, std::uint32_t number,
                                         log_position to, std::uint64_t filter, Match match) {
  const std::uint32_t depth = calls.depth_of(number);
  const auto wanted = [&](const mark& at) { return at.shallowest <= depth && (at.locals & filter) != 0; };
  const auto matcher = [&](const mark& at) {
    return [&, walk = call_walk(calls, at.innermost, at.calls)](log_position position,
                                                                const std::uint32_t* record) mutable {
      walk.pass(kind_of(record[0]), position);
      return walk.innermost() == number && match(record);
    };
  };
  return find_last(index, calls[number].entered, to, wanted, matcher);
}

/// Where a call of the stack stands: its own records all lie before the call above it.
log_position reached_by(std::uint32_t number, const call_tree& calls, std::span<const std::uint32_t> stack,
                        log_position position) {
  const std::uint32_t depth = calls.depth_of(number);
  return depth < stack.size() ? calls[stack[depth]].entered : position;
}

/// The value that was written last before a position.
std::optional<std::uint64_t> value_before(const run_history& history, const log_index& index, std::uint32_t global,
                                          log_position position) {
  if (global >= history.globals()) return std::nullopt;
  const global_history& writes = history.global(global);
  const std::size_t before = writes.before(position);
  if (before == 0) return std::nullopt;
  return value_of(index.words_at(writes.position(before - 1)));
}

}  // namespace

std::span<const std::uint32_t> trace::stack() const {
  state& now = *state_;
  const std::uint32_t innermost = now.index.innermost_before(now.position, now.calls);
  if (now.stack.empty() && innermost != call::none) {
    for (std::uint32_t each = innermost; each != call::none; each = now.calls[each].caller) now.stack.push_back(each);
    std::ranges::reverse(now.stack);
  }
  return now.stack;
}

const call& trace::call_numbered(std::uint32_t number) const { return state_->calls[number]; }
std::uint32_t trace::calls() const { return state_->calls.size(); }

std::optional<std::uint32_t> trace::site_of(std::uint32_t call_number) const {
  const state& now = *state_;
  if (!now.is_open(call_number)) return std::nullopt;
  const std::uint64_t filter = local_filter(now.calls.depth_of(call_number), line_slot);
  const auto is_line = [](const std::uint32_t* record) { return kind_of(record[0]) == record_kind::line; };
  // The line that is about to run is the innermost call's.
  const std::uint32_t innermost = now.index.innermost_before(now.position, now.calls);
  if (call_number == innermost && now.position < size() && is_line(now.index.words_at(now.position))) {
    return at(now.position).payload();
  }
  const log_position to = reached_by(call_number, now.calls, stack(), now.position);
  const auto found = last_of_call(now.index, now.calls, call_number, to, filter, is_line);
  if (!found) return std::nullopt;
  return at(*found).payload();
}

std::optional<std::uint64_t> trace::local(std::uint32_t call_number, std::uint32_t index) const {
  const state& now = *state_;
  if (!now.is_open(call_number)) return std::nullopt;
  const std::uint64_t filter = local_filter(now.calls.depth_of(call_number), index);
  const auto is_wanted = [&](const std::uint32_t* record) {
    return kind_of(record[0]) == record_kind::local && (payload_of(record[0]) & index_mask) == index;
  };
  const log_position to = reached_by(call_number, now.calls, stack(), now.position);
  const auto found = last_of_call(now.index, now.calls, call_number, to, filter, is_wanted);
  if (!found) return std::nullopt;
  return value_of(now.index.words_at(*found));
}

std::optional<record> trace::last_local(std::uint32_t call_number) const {
  const state& now = *state_;
  if (!now.is_open(call_number)) return std::nullopt;
  const auto is_local = [](const std::uint32_t* record) { return kind_of(record[0]) == record_kind::local; };
  const log_position to = reached_by(call_number, now.calls, stack(), now.position);
  const auto found = last_of_call(now.index, now.calls, call_number, to, ~std::uint64_t{0}, is_local);
  if (!found) return std::nullopt;
  return at(*found);
}

std::optional<std::uint64_t> trace::global(std::uint32_t index) const {
  return value_before(state_->history, state_->index, index, state_->position);
}

std::optional<std::uint64_t> trace::global(std::uint32_t call_number, std::uint32_t index) const {
  const state& now = *state_;
  if (!now.is_open(call_number)) return std::nullopt;
  return value_before(now.history, now.index, index, reached_by(call_number, now.calls, stack(), now.position));
}

std::optional<std::uint32_t> trace::lowest(std::uint32_t global) const {
  const state& now = *state_;
  if (global >= now.history.globals()) return std::nullopt;
  const global_history& writes = now.history.global(global);
  const std::size_t before = writes.before(now.position);
  if (before == 0) return std::nullopt;
  return writes.lowest(before - 1);
}

}  // namespace pagewise
