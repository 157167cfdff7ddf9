#include "checks/heap_watch.h"

#include <algorithm>
#include <array>

#include "rewrite/allocator_functions.h"

namespace pagewise {

heap_watch::heap_watch(const trace& log, const checked_program& program, std::span<const function_role> roles,
                       shadow_memory& shadow, finding_list& found)
    : log_(log), blocks_(log.blocks()), found_(found),
      map_(shadow, std::max(program.regions.stack_high, program.regions.data_end)), opening_(program.opening),
      allocated_at_(blocks_.size(), finding::nowhere), released_at_(blocks_.size(), finding::nowhere),
      regions_(program.regions) {
  const bool has_lines = std::ranges::any_of(program.sites, [](const line_site& site) { return site.line != 0; });
  for (const auto& [function, call] : find_allocator_functions(program.what)) {
    if (!has_lines || !roles[function].is_own || releases(call)) continue;
    const bool is_operator = call == allocator_call::new_ || call == allocator_call::new_array;
    (is_operator ? own_new_ : own_malloc_) = true;
  }
  // The learner's operators may have been inlined, and what they call then stands for them. In mimalloc, `free` and the
  // deletes are one function with many names.
  const auto is_mimalloc = [](std::string_view name) { return name.starts_with("mi_") || name.starts_with("_mi_"); };
  tells_releases_apart_ = !own_new_ && std::ranges::none_of(program.what.function_names, is_mimalloc);
  for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
    if (blocks_[i].released != never) releases_.emplace_back(blocks_[i].released, i);
  }
  std::ranges::sort(releases_);
}

void heap_watch::pass(log_position at, const std::uint32_t* record, const call_frames& frames) {
  const std::uint32_t payload = payload_of(record[0]);
  const auto call = static_cast<allocator_call>(payload & allocator_call_mask);
  switch (phase_of(payload)) {
    case allocator_phase::enter:
      if (depth_++ == 0) begin(at, call, record[1], announces(call) ? frames.asking() : frames.guilty());
      else if (!releases(call) && !announces(call)) is_nested_ = true;
      break;
    case allocator_phase::leave:
      if (depth_ > 0 && --depth_ == 0) finish(call);
      break;
    case allocator_phase::abandon:
      if (depth_ > 0 && --depth_ == 0) take_blocks(true);
      break;
  }
}

void heap_watch::begin(log_position at, allocator_call call, std::uint32_t given, log_position line) {
  began_ = at;
  line_ = line == finding::nowhere ? at : line;
  is_nested_ = false;
  released_ = finding::no_block;
  const auto found_at = log_.heap_findings_at();
  while (next_finding_ < found_at.size() && found_at[next_finding_] <= at) {
    const heap_finding& what = log_.heap_findings()[next_finding_];
    if (found_at[next_finding_++] == at) wrong_release(what);
  }
  take_releases(at, call, given);
}

/// Takes over the end of each block that a call released: one, and those that were announced within it.
void heap_watch::take_releases(log_position at, allocator_call call, std::uint32_t given) {
  while (next_release_ < releases_.size() && releases_[next_release_].first < at) ++next_release_;
  for (; next_release_ < releases_.size() && releases_[next_release_].first == at; ++next_release_) {
    const std::uint32_t ended = releases_[next_release_].second;
    const block& what = blocks_[ended].what;
    released_at_[ended] = line_;
    const bool is_within = what.by == allocator_call::announced;
    if (!is_within && what.address == given) released_ = ended;
    if (!releases(call)) continue;
    if (!is_within) map_.release(what.address);
    else if (!is_on_stack(what.address)) map_.withdraw(what.address, what.size);
  }
}

/// Frames come and go there: what was announced in one is not told apart from what follows it.
bool heap_watch::is_on_stack(std::uint32_t address) const {
  return address >= regions_.stack_low && address < regions_.stack_high;
}

void heap_watch::finish(allocator_call call) {
  if (releases(call)) return;
  const bool has_made = take_blocks(call == allocator_call::calloc_);
  if (!has_made && released_ != finding::no_block) map_.release(blocks_[released_].what.address);
}

/// Takes over the blocks that the outermost call made: one, or what it left behind when it threw.
bool heap_watch::take_blocks(bool is_written) {
  while (next_block_ < blocks_.size() && blocks_[next_block_].allocated < began_) ++next_block_;
  bool has_made = false;
  for (; next_block_ < blocks_.size() && blocks_[next_block_].allocated == began_; ++next_block_) {
    const block& what = blocks_[next_block_].what;
    allocated_at_[next_block_] = line_;
    has_made = true;
    if (what.by == allocator_call::announced) {
      if (!is_on_stack(what.address)) map_.announce(next_block_, what.address, what.size);
      continue;
    }
    // Where the learner wrote the allocator, what lies beside a block is the learner's.
    const bool is_operator = what.by == allocator_call::new_ || what.by == allocator_call::new_array;
    const bool has_gaps = !own_malloc_ && (!is_operator || !own_new_ || is_nested_);
    const byte_state state = is_written || began_ < opening_ ? byte_state::written : byte_state::unwritten;
    if (released_ == finding::no_block) map_.allocate(next_block_, what.address, what.size, state, has_gaps);
    else map_.reallocate(blocks_[released_].what.address, next_block_, what.address, what.size, has_gaps);
  }
  return has_made;
}

void heap_watch::wrong_release(const heap_finding& what) {
  constexpr std::array<finding_kind, 3> kinds = {finding_kind::double_free, finding_kind::invalid_free,
                                                 finding_kind::mismatched_free};
  if (what.what == heap_finding::kind::mismatched_free && !tells_releases_apart_) return;
  const bool is_double = what.what == heap_finding::kind::double_free;
  found_.add({.kind = kinds[static_cast<std::size_t>(what.what)], .access = access_kind::write, .address = what.address,
              .size = 0, .block = what.block < blocks_.size() ? what.block : finding::no_block, .known_at = began_,
              .guilty = line_, .cause = is_double ? released_at(what.block) : allocated_at(what.block), .times = 1});
}

}  // namespace pagewise
