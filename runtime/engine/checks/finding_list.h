#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "checks/finding.h"
#include "rewrite/line_sites.h"

namespace pagewise {

/// Findings as they are made. What a line does wrong again and again is one finding; so is what is done wrong to one
/// block again and again, but reads of a freed block are told apart from writes.
class finding_list {
public:
  /// What became known before `opening` is not told.
  finding_list(const trace& log, std::span<const line_site> sites, log_position opening)
      : log_(log), sites_(sites), opening_(opening) {}

  /// Where no line is guilty, nothing is found. When the stack has run over the data, all that follows comes of it.
  void add(const finding& found);
  /// In the order in which they became known.
  [[nodiscard]] std::vector<finding> release();

private:
  [[nodiscard]] std::uint64_t line_of(log_position guilty) const;

  const trace& log_;
  std::span<const line_site> sites_;
  log_position opening_;
  bool is_over_ = false;
  std::vector<finding> list_;
  using known = std::map<std::pair<finding_kind, std::uint64_t>, std::size_t>;
  known by_line_;
  known by_block_;
};

}  // namespace pagewise
