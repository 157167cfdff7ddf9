#include "replay/run_history.h"

#include <algorithm>

#include "replay/record_reader.h"

namespace pagewise {
void global_history::add(log_position position, std::uint64_t value) {
  const std::uint32_t capped = value > ~std::uint32_t{0} ? ~std::uint32_t{0} : static_cast<std::uint32_t>(value);
  writes_.push_back({position, writes_.empty() ? capped : std::min(capped, writes_.back().lowest)});
}

std::size_t global_history::before(log_position position) const {
  const auto found = std::ranges::lower_bound(writes_, position, {}, &global_write::position);
  return static_cast<std::size_t>(found - writes_.begin());
}

void heap_history::begin(log_position position, allocator_call call, std::uint32_t first) {
  const bool reallocates = call == allocator_call::realloc_;
  began_ = position;
  if (!pagewise::releases(call)) allocations_.push_back(position);
  if (first != 0 && (reallocates || pagewise::releases(call))) releases_.push_back(position);
}

void heap_history::add(log_position position, const std::uint32_t* record) {
  const std::uint32_t payload = payload_of(record[0]);
  const auto call = static_cast<allocator_call>(payload & allocator_call_mask);
  const allocator_phase phase = phase_of(payload);
  if (phase == allocator_phase::enter && !table_.is_inside()) begin(position, call, record[1]);
  switch (phase) {
    case allocator_phase::enter: table_.enter(call, record[1], record[2], record[3]); break;
    case allocator_phase::leave: table_.leave(call, record[1]); break;
    case allocator_phase::abandon: table_.abandon(); break;
  }
  follow();
}

void heap_history::follow() {
  const std::span<const block> now = table_.blocks();
  for (const std::uint32_t released : table_.ended()) {
    blocks_[released].what = now[released];
    blocks_[released].released = began_;
  }
  while (now.size() > blocks_.size()) {
    blocks_.push_back({.what = now[blocks_.size()], .allocated = began_, .released = never});
  }
  while (found_at_.size() < table_.findings().size()) found_at_.push_back(began_);
}

void run_history::add(log_position position, const std::uint32_t* record) {
  const std::uint32_t payload = payload_of(record[0]);
  switch (kind_of(record[0])) {
    case record_kind::grow: grows_.push_back(position); break;
    case record_kind::global: globals_[payload & index_mask].add(position, value_of(record)); break;
    case record_kind::allocator:
      allocator_records_.push_back(position);
      heap_.add(position, record);
      break;
    case record_kind::unwind:
      if (payload == 0) heap_.reset();
      break;
    case record_kind::note:
      notes_.push_back(position);
      if (static_cast<note_kind>(payload) == note_kind::output) outputs_.push_back(position);
      break;
    default: break;
  }
}

}  // namespace pagewise
