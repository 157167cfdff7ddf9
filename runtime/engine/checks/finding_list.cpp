#include "checks/finding_list.h"

#include <algorithm>
#include <array>

namespace pagewise {

std::string_view name_of(finding_kind kind) {
  constexpr std::array<std::string_view, 9> names = {
      "double-free",        "invalid-free", "mismatched-free", "use-after-free", "heap-overflow",
      "uninitialised-read", "null-page",    "stack-overflow",  "leak"};
  return names[static_cast<std::size_t>(kind)];
}

void finding_list::add(const finding& found) {
  const std::uint32_t line = found.guilty < log_.size() ? log_.at(found.guilty).words[0] : found.guilty;
  const auto [at_line, is_other_line] = by_line_.emplace(std::pair{found.kind, line}, list_.size());
  std::size_t known_as = at_line->second;
  if (is_other_line && found.block != finding::no_block) {
    const auto [of_block, is_other_block] = by_block_.emplace(std::pair{found.kind, found.block}, list_.size());
    known_as = at_line->second = of_block->second;
  }
  if (known_as == list_.size()) return list_.push_back(found);
  finding& first = list_[known_as];
  ++first.times;
  if (found.kind == finding_kind::leak) first.size += found.size;
}

std::vector<finding> finding_list::release() {
  std::ranges::stable_sort(list_, {}, &finding::known_at);
  return std::move(list_);
}

}  // namespace pagewise
