#include <algorithm>

#include "explain/json.h"
#include "explain/overview.h"
#include "explain/place_json.h"
#include "replay/record_reader.h"

namespace pagewise {
namespace {

/// A step in which something happened to a memory, with the function that did it and what that was.
void write_event(json& out, const recorded_run& run, log_position position, std::string_view what, std::uint32_t memory = 0) {
  const trace& log = run.log_of(memory);
  const step_number step = log.step_at(position).value_or(0);
  out.begin_object().key("what").text(what).key("at");
  write_step(out, run, step);
  out.key("place");
  write_place(out, memory == 0 ? run.place_at(position) : run.place_of(step));
  const record at = log.at(position);
  out.key("address").number(write_of(at.words.data()).address).key("kind");
  out.number(static_cast<std::uint32_t>(at.kind())).key("payload").number(at.payload());
  const auto site = log.at(log.position_of(step));
  const bool is_line = site.kind() == record_kind::line;
  out.key("function").text(is_line ? run.name_of(run.site(site.payload()).function) : "").end_object();
}

}  // namespace

std::string history_json(const recorded_run& run, step_number step, std::uint32_t start, std::uint32_t end, std::uint32_t most,
                         std::uint32_t memory) {
  const trace& log = run.log_of(memory);
  const log_position here = log.position_of(std::min(step, log.steps()));
  json out;
  out.begin_object().key("before").begin_array();
  log_position at = here;
  for (std::uint32_t i = 0; i < most; ++i) {
    const auto found = log.previous_write(start, end, at);
    if (!found) break;
    write_event(out, run, *found, "write", memory);
    at = *found;
  }
  out.end_array().key("after").begin_array();
  at = here;
  for (std::uint32_t i = 0; i < most; ++i) {
    const auto found = log.next_write(start, end, at);
    if (!found) break;
    write_event(out, run, *found, "write", memory);
    at = *found + 1;
  }
  out.end_array().key("block");
  const auto blocks = log.blocks();
  const traced_block* holder = nullptr;
  for (const traced_block& block : blocks) {
    if (block.allocated >= here) break;
    if (block.what.address <= start && start - block.what.address < std::max(block.what.size, 1U)) holder = &block;
  }
  if (holder) {
    out.begin_object().key("id").number(static_cast<std::uint64_t>(holder - blocks.data()) + 1).key("allocated");
    write_event(out, run, holder->allocated, "allocation");
    out.key("freed");
    if (holder->released == never) out.null();
    else write_event(out, run, holder->released, "release");
    out.end_object();
  } else {
    out.null();
  }
  return out.end_object().release();
}

}  // namespace pagewise
