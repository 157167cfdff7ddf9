#pragma once

#include "replay/record_reader.h"
#include "replay/trace.h"

namespace pagewise {

/// Visits every record of a stretch in its order: `visit(position, words)`. For passes over a whole log: it looks nothing
/// up.
template <typename Visit>
void each_record_of(const log_stretch& in, Visit visit) {
  const std::uint32_t *record = in.words.data(), *end = record + in.words.size();
  for (log_position at = in.from; record < end;) {
    visit(at, record);
    const std::uint32_t length = words_of(record);
    record += length;
    at += length;
  }
}

/// Visits every record of a log in its order.
template <typename Visit>
void each_record_of(const trace& log, Visit visit) {
  for (std::uint32_t number = 0; number < log.stretches(); ++number) each_record_of(log.stretch(number), visit);
}

}  // namespace pagewise
