#include <algorithm>

#include "replay/log_search.h"
#include "replay/trace_state.h"

namespace pagewise {
namespace {

/// What finds records that write a byte of a range.
struct writers_of {
  std::uint32_t start;
  std::uint64_t end;
  std::uint64_t filter = write_filter(start, end);

  [[nodiscard]] auto wanted() const {
    return [this](const mark& at) { return (at.writes & filter) != 0; };
  }
  [[nodiscard]] auto matcher() const {
    return [this](const mark&) {
      return [this](log_position, const std::uint32_t* record) {
        const memory_write write = write_of(record);
        return write.length > 0 && write.address < end && write.end() > start;
      };
    };
  }
};

}  // namespace

std::optional<log_position> trace::previous_write(std::uint32_t start, std::uint64_t end, log_position before) const {
  const writers_of writers{start, end};
  return find_last(state_->index, 0, before, writers.wanted(), writers.matcher());
}

std::optional<log_position> trace::next_write(std::uint32_t start, std::uint64_t end, log_position after) const {
  const writers_of writers{start, end};
  return find_first(state_->index, after, writers.wanted(), writers.matcher());
}

std::vector<memory_change> trace::changes(log_position from, log_position to, std::size_t most) const {
  state& now = *state_;
  to = std::min(to, size());
  std::vector<memory_change> found;
  std::vector<std::size_t> in_headers;
  now.old_bytes.clear();
  while (from < to && found.size() < most) {
    const std::uint32_t number = now.index.mark_of(from);
    const log_index::stretch in = now.index.stretch_of(number);
    const std::uint32_t* new_words = now.memory.new_words_at(number);
    const std::uint32_t* record = in.words;
    for (log_position at = in.from; at < std::min(in.to, to) && found.size() < most;) {
      const memory_write write = write_of(record);
      if (write.length > 0 && at >= from) {
        std::uint32_t scratch;
        const std::uint8_t* before = old_bytes(record, scratch);
        if (before == reinterpret_cast<const std::uint8_t*>(&scratch)) {
          in_headers.push_back(found.size());
          now.old_bytes.push_back(scratch);
        }
        const auto* after = reinterpret_cast<const std::uint8_t*>(new_words);
        found.push_back({at, write.address, {before, write.length}, {after, write.length}});
      }
      new_words += padded_words(write.length);
      const std::uint32_t length = words_of(record);
      record += length;
      at += length;
    }
    from = in.to;
  }
  for (std::size_t i = 0; i < in_headers.size(); ++i) {
    memory_change& change = found[in_headers[i]];
    change.before = {reinterpret_cast<const std::uint8_t*>(&now.old_bytes[i]), change.before.size()};
  }
  return found;
}

}  // namespace pagewise
