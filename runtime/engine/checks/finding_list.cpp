#include "checks/finding_list.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace pagewise {

std::string_view name_of(finding_kind kind) {
  constexpr std::array<std::string_view, 10> names = {
      "double-free",        "invalid-free", "mismatched-free", "use-after-free", "heap-overflow",
      "uninitialised-read", "null-page",    "stack-overflow",  "leak",          "crash"};
  return names[static_cast<std::size_t>(kind)];
}

/// File and line, or something else where there are none.
std::uint64_t finding_list::line_of(log_position guilty) const {
  constexpr std::uint64_t no_file = std::uint64_t{1} << 63;
  if (guilty >= log_.size()) return no_file | guilty;
  const record at = log_.at(guilty);
  const bool is_line = at.kind() == record_kind::line && sites_[at.payload()].line != 0;
  if (!is_line) return no_file | std::uint64_t{1} << 32 | at.words[0];
  const line_site& site = sites_[at.payload()];
  return std::uint64_t{site.file} << 32 | site.line;
}

void finding_list::add(const finding& found) {
  if (found.guilty == finding::nowhere || found.known_at < opening_ || is_over_) return;
  is_over_ = found.kind == finding_kind::stack_overflow;
  const std::uint64_t line = line_of(found.guilty);
  const auto [at_line, is_other_line] = by_line_.emplace(std::pair{found.kind, line}, list_.size());
  std::size_t known_as = at_line->second;
  if (is_other_line && found.block != finding::no_block) {
    // Who reads past a block's end often meets what was written there; a freed block is read and written for itself.
    const bool is_apart = found.kind == finding_kind::use_after_free && found.access == access_kind::write;
    const std::uint64_t block = std::uint64_t{found.block} << 1 | (is_apart ? 1 : 0);
    const auto [of_block, is_other_block] = by_block_.emplace(std::pair{found.kind, block}, list_.size());
    known_as = at_line->second = of_block->second;
  }
  if (known_as == list_.size()) return list_.push_back(found);
  finding& first = list_[known_as];
  ++first.times;
  if (found.kind != finding_kind::leak) return;
  first.size += found.size;
  if (first.cause == finding::nowhere) std::tie(first.cause, first.loss) = std::pair(found.cause, found.loss);
}

std::vector<finding> finding_list::release() {
  std::ranges::stable_sort(list_, {}, &finding::known_at);
  return std::move(list_);
}

}  // namespace pagewise
