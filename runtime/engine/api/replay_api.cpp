// Replay: the log's sections come in, and any step can be asked. `rewrite` has read the module before.

#include <algorithm>

#include "api/engine.h"
#include "explain/copies.h"
#include "explain/destinations.h"
#include "explain/heap_peak.h"
#include "explain/moment.h"
#include "explain/overview.h"
#include "explain/survey.h"

using namespace pagewise;

namespace {

/// The pieces in the buffers, or nothing when the buffers do not fit together.
std::vector<memory_piece> pieces() {
  const engine& me = self();
  std::vector<memory_piece> list;
  for (std::size_t i = 0; i < me.section_indices.size(); ++i) {
    list.push_back({me.section_indices[i], std::span(me.section_contents).subspan(i * piece_size, piece_size)});
  }
  return list;
}

trace_bounds bounds(std::uint32_t pages, std::uint32_t maximum_pages) {
  const engine& me = self();
  return {.sites = static_cast<std::uint32_t>(me.output.sites.size()),
          .functions = static_cast<std::uint32_t>(me.read->functions.size()),
          .globals = static_cast<std::uint32_t>(me.read->globals.size()),
          .pages = pages,
          .maximum_pages = maximum_pages};
}

/// The trace of a memory, at the current step.
trace& memory_now(std::uint32_t memory) {
  const recorded_run& run = *self().run;
  trace& log = run.log_of(memory);
  if (memory != 0) log.seek(run.log().step());
  return log;
}

std::uint32_t told(const std::expected<void, bad_log>& result) {
  if (!result) self().problem = {result.error().position, result.error().reason};
  return result ? 1 : 0;
}

/// Keeps an answer, and gives its size.
std::uint32_t answered(std::string text) {
  self().answer = std::move(text);
  return static_cast<std::uint32_t>(self().answer.size());
}

}  // namespace

/// Begins a trace of a run that starts with a memory of so many pages.
EXPORT("open_trace") void open_trace(std::uint32_t pages, std::uint32_t maximum_pages) {
  engine& me = self();
  me.recorded.emplace(bounds(pages, maximum_pages));
  me.others = {};
  me.run.emplace(*me.read, me.lines, me.output.sites, *me.recorded, &me.others);
}
/// The same of the module's next memory. To be called before `set_initial`.
EXPORT("open_memory") void open_memory(std::uint32_t pages, std::uint32_t maximum_pages) {
  self().others.open(bounds(pages, maximum_pages));
}

/// Tells the addresses between which the linker laid out the stack and the data.
EXPORT("set_regions") void set_regions(std::uint32_t stack_low, std::uint32_t stack_high, std::uint32_t data_start, std::uint32_t data_end) {
  self().run->set_regions({.stack_low = stack_low, .stack_high = stack_high, .data_start = data_start, .data_end = data_end});
}

/// Makes room for a section: so many words of log, so many pieces of memory. section_words, section_indices and
/// section_contents tell where to put them.
EXPORT("section_room") void section_room(std::uint32_t words, std::uint32_t count) {
  engine& me = self();
  me.section_words.resize(words);
  me.section_indices.resize(count);
  me.section_contents.resize(std::size_t{count} * piece_size);
}
EXPORT("section_words") std::uint32_t section_words() { return address_of(self().section_words.data()); }
EXPORT("section_indices") std::uint32_t section_indices() { return address_of(self().section_indices.data()); }
EXPORT("section_contents") std::uint32_t section_contents() { return address_of(self().section_contents.data()); }

/// Takes what is in the buffers as memory before the first record; as the next section. 1 when it can be what a
/// recorder wrote; else problem_offset (words from the start of the log) and problem_reason tell why not.
EXPORT("set_initial") std::uint32_t set_initial() {
  engine& me = self();
  const std::vector<memory_piece> used = pieces();
  log_section section{.words = {}, .pieces = used};
  const auto set = me.others.set_initial(section);
  return told(set ? me.recorded->set_initial(section.pieces) : set);
}
EXPORT("add_section") std::uint32_t add_section() {
  engine& me = self();
  const std::vector<memory_piece> changed = pieces();
  log_section section{.words = me.section_words, .pieces = changed};
  const auto taken = me.others.take(section);
  return told(taken ? me.recorded->add(section) : taken);
}

/// What was added until now stands for what came before the log: it begins in the middle of a run. With `checks`, what
/// goes wrong in it is looked for.
EXPORT("begin_inside") void begin_inside(std::uint32_t checks) { self().run->begin_inside(checks != 0); }

EXPORT("steps") std::uint32_t steps() { return self().recorded->steps(); }
EXPORT("records") std::uint32_t records() { return self().recorded->records(); }
EXPORT("incomplete_sections") std::uint32_t incomplete_sections() {
  engine& me = self();
  std::uint32_t sum = me.recorded->incomplete_sections();
  for (std::uint32_t i = 1; i <= me.others.count(); ++i) sum += me.others[i].incomplete_sections();
  return sum;
}
EXPORT("seek") void seek(std::uint32_t step) { self().recorded->seek(step); }
EXPORT("step_pages") std::uint32_t step_pages(std::uint32_t memory) { return memory_now(memory).pages(); }

/// Reads a memory at the current step; returns how many bytes there are. They lie at `bytes_read`.
EXPORT("read_bytes") std::uint32_t read_bytes(std::uint32_t address, std::uint32_t length, std::uint32_t memory) {
  engine& me = self();
  me.bytes_read.resize(length);
  return memory_now(memory).read(address, me.bytes_read);
}
EXPORT("bytes_read") std::uint32_t bytes_read() { return address_of(self().bytes_read.data()); }

/// Chooses the frames that are open at the current step, as they would be kept without recording, outermost first, to be
/// read at `frames`; returns how many there are.
EXPORT("choose_frames") std::uint32_t choose_frames() {
  engine& me = self();
  const trace& log = *me.recorded;
  const std::span<const std::uint32_t> stack = log.stack();
  const std::vector<std::uint32_t> calls(stack.begin(), stack.end());
  me.frames.clear();
  for (const std::uint32_t each : calls) {
    idle_frame kept{.enter = record_header(record_kind::enter, log.call_numbered(each).function), .line = idle_frame::no_line, .local = 0, .value = 0};
    if (const auto site = log.site_of(each)) kept.line = record_header(record_kind::line, *site);
    if (const auto local = log.last_local(each); local && local->words.size() == 2) {
      kept.local = local->words[0];
      kept.value = local->words[1];
    }
    me.frames.push_back(kept);
  }
  return static_cast<std::uint32_t>(me.frames.size());
}
EXPORT("frames") std::uint32_t frames() { return address_of(self().frames.data()); }

// Answers in JSON lie at `answer`; each function returns the size.
EXPORT("answer") std::uint32_t answer() { return address_of(self().answer.data()); }
EXPORT("moment") std::uint32_t moment() { return answered(moment_json(*self().run)); }
EXPORT("overview") std::uint32_t overview(std::uint32_t buckets) { return answered(overview_json(*self().run, buckets)); }
EXPORT("history") std::uint32_t history(std::uint32_t step, std::uint32_t start, std::uint32_t end, std::uint32_t most, std::uint32_t memory) {
  return answered(history_json(*self().run, step, start, end, most, memory));
}
EXPORT("survey") std::uint32_t survey(std::uint32_t phase, std::uint32_t part_steps, std::uint32_t until) {
  return answered(survey_json(*self().run, phase, part_steps, until));
}
EXPORT("code") std::uint32_t code(std::uint32_t call_number) { return answered(code_json(*self().run, call_number)); }
EXPORT("copies") std::uint32_t copies(std::uint32_t from, std::uint32_t to) { return answered(copies_json(*self().run, from, to)); }
EXPORT("heap_peak") std::uint32_t heap_peak() { return answered(heap_peak_json(*self().run)); }
EXPORT("sites") std::uint32_t sites() { return answered(sites_json(*self().run)); }

/// Begins to list what `wanted` (bits of `listed`) names of steps [from, to); `next_events` answers with part after
/// part, the last time with nothing. Of a memory beside the first there are stores and growths.
EXPORT("list_events") void list_events(std::uint32_t from, std::uint32_t to, std::uint32_t wanted, std::uint32_t memory) {
  self().listing.emplace(self().run->log_of(memory), from, to, wanted);
}
EXPORT("next_events") std::uint32_t next_events() { return answered(self().listing->next()); }

/// Makes room for a path of so many bytes and returns where to put it, or a name: `choose_line` chooses a line of that file.
EXPORT("path_room") std::uint32_t path_room(std::uint32_t size) {
  self().path.resize(size);
  return address_of(self().path.data());
}
/// Bytes of the type whose name was put there; 0 where the debug information has none.
EXPORT("type_size") std::uint32_t type_size() {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(self().run->debug().size_of(self().path), ~0U));
}
EXPORT("choose_line") void choose_line(std::uint32_t line) { self().chosen_sites = self().run->sites_of(self().path, line); }

/// The nearest step that fits (see destination_kind), or ~0.
EXPORT("find_step") std::uint32_t find(std::uint32_t from, std::uint32_t forward, std::uint32_t kind, std::uint32_t first, std::uint32_t second,
                                          std::uint32_t memory) {
  engine& me = self();
  me.chosen_sites.resize(me.output.sites.size());
  const destination to{.kind = static_cast<destination_kind>(kind), .first = first, .second = second, .memory = memory};
  return find_step(*me.run, from, forward != 0, to, me.chosen_sites).value_or(~0U);
}
