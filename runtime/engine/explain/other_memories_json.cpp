#include "explain/other_memories_json.h"

#include <algorithm>

namespace pagewise {

void write_change(json& out, const memory_change& change) {
  constexpr std::size_t most_bytes = 4096;
  const std::size_t shown = std::min(change.after.size(), most_bytes);
  out.begin_object().key("address").number(change.address).key("size").number(change.after.size());
  out.key("before").hex(change.before.first(shown)).key("after").hex(change.after.first(shown)).end_object();
}

void write_other_memories(json& out, const recorded_run& run) {
  const step_number step = run.log().step();
  out.begin_array();
  for (std::uint32_t memory = 1; memory < run.memories(); ++memory) {
    trace& log = run.log_of(memory);
    log.seek(step);
    const log_position here = log.position_of(step), begun = log.position_of(step > 0 ? step - 1 : 0);
    out.begin_object().key("pages").number(log.pages()).key("changes").begin_array();
    for (const memory_change& change : log.changes(begun, here, most_changes)) write_change(out, change);
    out.end_array().key("growths").begin_array();
    for (const log_position at : log.positions(record_kind::grow)) {
      if (at < begun || at >= here) continue;
      const record grow = log.at(at);
      out.begin_array().number(grow.words[1]).number(grow.words[2]).number(grow.payload()).end_array();
    }
    out.end_array().end_object();
  }
  out.end_array();
}

}  // namespace pagewise
