#include "debug/scopes.h"

#include <algorithm>

namespace pagewise {
namespace {

constexpr std::uint32_t deepest = 200;  ///< blocks and inlined calls within each other
constexpr std::size_t most_functions = 1 << 20;

bool is_variable(std::uint32_t tag) { return tag == tag::variable || tag == tag::formal_parameter; }

}  // namespace

scope_table::scope_table(const entry_table& entries) : entries_(&entries) {
  for (entry_index i = 0; i < entries.size(); ++i) {
    if (entries.tag(i) != tag::subprogram || !(entries.has(i, attribute::low_pc) || entries.has(i, attribute::ranges)))
      continue;
    if (functions_.size() > most_functions) break;
    for (const address_range& range : code_ranges(entries, i)) functions_.push_back({.range = range, .entry = i});
  }
  std::ranges::stable_sort(functions_, {}, [](const function& of) { return of.range.low; });
}

const scope_table::function* scope_table::find(std::uint64_t address) const {
  auto after = std::ranges::upper_bound(functions_, address, {}, [](const function& of) { return of.range.low; });
  if (after == functions_.begin()) return nullptr;
  --after;
  return after->range.contains(address) ? &*after : nullptr;
}

entry_index scope_table::function_at(std::uint64_t address) const {
  const function* found = find(address);
  return found ? found->entry : no_entry;
}

address_range scope_table::range_at(std::uint64_t address) const {
  const function* found = find(address);
  return found ? found->range : address_range{};
}

/// A range that leaves the function is damaged, as Binaryen writes some: it says nothing.
bool scope_table::covers(entry_index scope, std::uint64_t address) const {
  const std::uint64_t end = range_at(address).high;
  return std::ranges::any_of(code_ranges(*entries_, scope), [&](const address_range& range) {
    return range.contains(address) && range.high <= end;
  });
}

void scope_table::add_inlined(entry_index scope, std::uint64_t address,
                              std::vector<entry_index>& outermost_first) const {
  for (std::uint32_t depth = 0; depth < deepest; ++depth) {
    entry_index inside = no_entry;
    entries_->each_child(scope, [&](entry_index child) {
      const std::uint32_t tag = entries_->tag(child);
      if ((tag == tag::lexical_block || tag == tag::inlined_subroutine) && covers(child, address)) inside = child;
      return inside == no_entry;
    });
    if (inside == no_entry) return;
    if (entries_->tag(inside) == tag::inlined_subroutine) outermost_first.push_back(inside);
    scope = inside;
  }
}

std::vector<entry_index> scope_table::frames_at(std::uint64_t address) const {
  std::vector<entry_index> frames;
  const function* found = find(address);
  if (!found) return frames;
  frames.push_back(found->entry);
  add_inlined(found->entry, address, frames);
  std::ranges::reverse(frames);
  return frames;
}

void scope_table::add_block(entry_index block, std::uint64_t address, std::uint32_t depth,
                            std::vector<scoped_variable>& into) const {
  if (depth > deepest) return;
  std::vector<entry_index> described;
  entries_->each_child(block, [&](entry_index child) {
    if (!is_variable(entries_->tag(child))) return true;
    into.push_back({.entry = child, .depth = depth});
    described.push_back(entries_->reference(child, attribute::abstract_origin));
    return true;
  });
  std::ranges::sort(described);
  // What inlining or optimisation removed is left in the function's first description only.
  if (const entry_index origin = entries_->reference(block, attribute::abstract_origin); origin != no_entry) {
    entries_->each_child(origin, [&](entry_index child) {
      if (is_variable(entries_->tag(child)) && !std::ranges::binary_search(described, child))
        into.push_back({.entry = child, .depth = depth});
      return true;
    });
  }
  entries_->each_child(block, [&](entry_index child) {
    if (entries_->tag(child) == tag::lexical_block && covers(child, address))
      add_block(child, address, depth + 1, into);
    return true;
  });
}

std::vector<scoped_variable> scope_table::variables(entry_index function, std::uint64_t address) const {
  std::vector<scoped_variable> found;
  add_block(function, address, 0, found);
  return found;
}

}  // namespace pagewise
