#pragma once

#include <map>
#include <utility>
#include <vector>

#include "checks/finding.h"

namespace pagewise {

/// Findings as they are made. What a line does wrong again and again is one finding; so is what is done wrong to one
/// block again and again.
class finding_list {
public:
  explicit finding_list(const trace& log) : log_(log) {}

  void add(const finding& found);
  /// In the order in which they became known.
  [[nodiscard]] std::vector<finding> release();

private:
  const trace& log_;
  std::vector<finding> list_;
  using known = std::map<std::pair<finding_kind, std::uint32_t>, std::size_t>;
  known by_line_;   ///< by the words of the line's record
  known by_block_;
};

}  // namespace pagewise
