#pragma once

#include <expected>
#include <span>
#include <vector>

#include "replay/trace.h"

namespace pagewise {

/// The memories of a module beside its first one. Each is replayed by a trace of its own, which has the steps of the whole
/// log, and of its records those that change this memory. What it is given may be forged, as for a trace.
class other_memories {
public:
  /// One more memory. To be called before what follows.
  void open(const trace_bounds& bounds) { traces_.emplace_back(bounds); }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(traces_.size()); }
  /// The trace of memory `index`, from 1 on.
  [[nodiscard]] trace& operator[](std::uint32_t index) { return traces_[index - 1]; }

  /// Keep what is about these memories, and leave in `section` what is about the first one.
  std::expected<void, bad_log> set_initial(log_section& section);
  std::expected<void, bad_log> take(log_section& section);

private:
  /// Sorts the pieces by their memories.
  std::expected<void, bad_log> sort_pieces(log_section& section);
  /// Sorts the words by their memories.
  std::expected<void, bad_log> sort_words(log_section& section);

  std::vector<trace> traces_;
  std::uint32_t next_ = 0;  ///< the memory of the next record that changes one
  std::vector<std::vector<std::uint32_t>> words_;  ///< of the section taken last, by memory
  std::vector<std::vector<memory_piece>> pieces_;
};

}  // namespace pagewise
