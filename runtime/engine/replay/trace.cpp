#include "replay/trace.h"

#include <algorithm>

#include "replay/trace_state.h"

namespace pagewise {

trace::trace(const trace_bounds& bounds) : state_(std::make_unique<state>(bounds)) {}
trace::~trace() = default;
trace::trace(trace&&) noexcept = default;
trace& trace::operator=(trace&&) noexcept = default;

std::expected<void, bad_log> trace::set_initial(std::span<const memory_piece> pieces) {
  if (state_->pieces.newest_generation() > 0) return std::unexpected(bad_log{size(), "memory is set already"});
  if (const auto fine = check_pieces(pieces, state_->bounds.pages, 0); !fine) return fine;
  state_->pieces.add(pieces);
  return {};
}

std::expected<void, bad_log> trace::add(const log_section& section) {
  state& now = *state_;
  const auto after = check_records(now.bounds, now.progress, section.words, size());
  if (!after) return std::unexpected(after.error());
  if (const auto fine = check_pieces(section.pieces, after->pages, size()); !fine) return fine;
  if (now.pieces.newest_generation() == 0) now.pieces.add({});
  const bool at_end = now.step == steps();
  now.index.add(section.words, now.calls, [&now](log_position at, const std::uint32_t* record) {
    const record_kind kind = kind_of(record[0]);
    if (call_tree::kinds.has(kind)) now.calls.add(at, record);
    if (run_history::kinds.has(kind)) now.history.add(at, record);
  });
  now.progress = *after;
  now.pieces.add(section.pieces);
  now.memory.add_section();
  if (at_end) now.position = position_of(now.step);  // memory follows when it is read
  now.stack.clear();
  return {};
}

step_number trace::steps() const { return state_->index.steps(); }
std::uint32_t trace::records() const { return state_->index.records(); }
log_position trace::size() const { return state_->index.size(); }

std::uint32_t trace::incomplete_sections() const { return state_->memory.incomplete_sections(); }

log_position trace::position_of(step_number step) const { return state_->index.position_of(step); }

std::optional<step_number> trace::step_at(log_position position) const {
  const step_number before = position < size() ? state_->index.steps_before(position + 1) : steps();
  if (before == 0) return std::nullopt;
  return before - 1;
}

record trace::at(log_position position) const {
  const std::uint32_t* found = state_->index.words_at(position);
  return {position, {found, words_of(found)}};
}

std::span<const std::uint32_t> trace::words_from(log_position position) const {
  const log_index::section& in = state_->index.sections()[state_->index.section_of(position)];
  return std::span(in.words).subspan(position - in.start);
}

std::uint32_t trace::stretches() const { return static_cast<std::uint32_t>(state_->index.marks().size()); }

log_stretch trace::stretch(std::uint32_t number) const {
  const log_index::stretch found = state_->index.stretch_of(number);
  return {found.from, {found.words, found.to - found.from}, state_->memory.new_words_at(number)};
}

void trace::read_at(log_position position, std::uint32_t address, std::span<std::uint8_t> into) const {
  state_->memory.move_to(position);
  state_->memory.read(address, into.data(), static_cast<std::uint32_t>(into.size()));
}

void trace::seek(step_number step) {
  state& now = *state_;
  now.step = std::min(step, steps());
  now.position = position_of(now.step);
  now.memory.move_to(now.position);
  now.stack.clear();
}

step_number trace::step() const { return state_->step; }

std::uint32_t trace::pages() const {
  const auto grows = state_->history.grows();
  const auto after = std::ranges::lower_bound(grows, state_->position);
  return after == grows.begin() ? state_->bounds.pages : at(*(after - 1)).words[2];
}

std::uint32_t trace::read(std::uint32_t address, std::span<std::uint8_t> into) const {
  const std::uint64_t size = std::uint64_t{pages()} * page_size;
  if (address >= size) return 0;
  const std::uint64_t most = std::min<std::uint64_t>(size - address, ~std::uint32_t{0});
  const auto count = static_cast<std::uint32_t>(std::min<std::uint64_t>(into.size(), most));
  state_->memory.move_to(state_->position);
  state_->memory.read(address, into.data(), count);
  return count;
}

std::span<const traced_block> trace::blocks() const { return state_->history.heap().blocks(); }
std::span<const heap_finding> trace::heap_findings() const { return state_->history.heap().findings(); }
std::span<const log_position> trace::heap_findings_at() const { return state_->history.heap().found_at(); }

std::span<const log_position> trace::positions(record_kind kind) const {
  switch (kind) {
    case record_kind::grow: return state_->history.grows();
    case record_kind::note: return state_->history.notes();
    case record_kind::allocator: return state_->history.allocator_records();
    default: return {};
  }
}

}  // namespace pagewise
