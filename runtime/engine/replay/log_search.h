#pragma once

#include <algorithm>
#include <optional>

#include "replay/log_index.h"
#include "replay/record_reader.h"

namespace pagewise {

/// The last record in [from, to) that matches. Stretches whose mark is not `wanted` are passed over. For each of the
/// others `matcher(mark)` gives what then is asked `(position, record)` for every record, from the mark on.
template <typename Wanted, typename Matcher>
std::optional<log_position> find_last(const log_index& index, log_position from, log_position to, Wanted wanted,
                                      Matcher matcher) {
  to = std::min(to, index.size());
  if (from >= to) return std::nullopt;
  for (std::uint32_t number = index.mark_of(to - 1) + 1; number-- > 0;) {
    const mark& at = index.marks()[number];
    if (wanted(at)) {
      const log_index::stretch in = index.stretch_of(number);
      const log_position end = std::min(to, in.to);
      std::optional<log_position> found;
      auto matches = matcher(at);
      const std::uint32_t* record = in.words;
      for (log_position position = in.from; position < end;) {
        if (matches(position, record) && position >= from) found = position;
        const std::uint32_t length = words_of(record);
        position += length;
        record += length;
      }
      if (found) return found;
    }
    if (at.position <= from) break;
  }
  return std::nullopt;
}

/// The first record in [from, the end) that matches; the rest is as for `find_last`.
template <typename Wanted, typename Matcher>
std::optional<log_position> find_first(const log_index& index, log_position from, Wanted wanted, Matcher matcher) {
  if (from >= index.size()) return std::nullopt;
  for (std::uint32_t number = index.mark_of(from); number < index.marks().size(); ++number) {
    const mark& at = index.marks()[number];
    if (!wanted(at)) continue;
    const log_index::stretch in = index.stretch_of(number);
    auto matches = matcher(at);
    const std::uint32_t* record = in.words;
    for (log_position position = in.from; position < in.to;) {
      if (matches(position, record) && position >= from) return position;
      const std::uint32_t length = words_of(record);
      position += length;
      record += length;
    }
  }
  return std::nullopt;
}

}  // namespace pagewise
