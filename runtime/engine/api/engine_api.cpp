#include "api/engine.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "debug/data_symbols.h"

using namespace pagewise;

/// Notes from where an exception is being thrown. Only JavaScript can read the call stack.
IMPORT("note_throw") void note_throw();
/// The table of blocks has changed.
IMPORT("note_change") void note_change();

engine& pagewise::self() {
  static engine instance;
  return instance;
}

/// Makes room for a module of `size` bytes and returns where to put it.
EXPORT("input") std::uint32_t engine_input(std::uint32_t size) {
  self().input.resize(size);
  return address_of(self().input.data());
}

/// Rewrites the module in the input, to record as `how` says (a value of `recording`). 1 when that went well; else
/// problem_offset and problem_reason tell why not.
EXPORT("rewrite") std::uint32_t engine_rewrite(std::uint32_t how, std::uint32_t loads) {
  engine& me = self();
  auto parsed = read_module(me.input);
  if (!parsed) {
    me.problem = parsed.error();
    return 0;
  }
  me.read = std::move(*parsed);
  const module* read = &*me.read;
  me.lines = read_line_table(*read);
  rewrite_options options{.how = static_cast<recording>(how), .loads = loads != 0, .lines = &me.lines};
  if (options.how != recording::none) {
    const auto debug = std::make_shared<debug_info>(*read);
    options.locals_needed = [debug](std::uint32_t address) { return debug->locals_needed(address); };
  }
  auto written = rewrite(*read, options);
  if (!written) {
    me.problem = written.error();
    return 0;
  }
  me.output = std::move(*written);
  for (const data_symbol& symbol : read_data_symbols(*read)) {
    me.symbols += std::to_string(symbol.address) + " " + std::to_string(symbol.size) + " " + symbol.name + "\n";
  }
  if (const section* code = read->find(section_id::code)) me.code_start = static_cast<std::uint32_t>(code->offset);
  return 1;
}

EXPORT("problem_offset") std::uint32_t problem_offset() { return static_cast<std::uint32_t>(self().problem.offset); }
EXPORT("problem_reason") std::uint32_t problem_reason() { return address_of(self().problem.reason); }
EXPORT("problem_reason_size") std::uint32_t problem_reason_size() {
  return static_cast<std::uint32_t>(std::strlen(self().problem.reason));
}
EXPORT("output") std::uint32_t output() { return address_of(self().output.file.data()); }
EXPORT("output_size") std::uint32_t output_size() { return static_cast<std::uint32_t>(self().output.file.size()); }
EXPORT("symbols") std::uint32_t symbols() { return address_of(self().symbols.data()); }
EXPORT("symbols_size") std::uint32_t symbols_size() { return static_cast<std::uint32_t>(self().symbols.size()); }

/// Gives back what only rewriting needed. The output is gone after it.
EXPORT("release_modules") void release_modules() {
  self().input = {};
  self().read.reset();
  self().output.file = {};
}

/// Finds the source line of an offset in the file that was given. 1 when there is one; then located_* tell it.
EXPORT("locate_original") std::uint32_t locate_original(std::uint32_t offset) {
  engine& me = self();
  const line_row* row = me.lines.find(offset - me.code_start);
  if (!row) return 0;
  me.located = *row;
  me.located_path = me.lines.files[row->file];
  return 1;
}

/// The same for an offset in the rewritten file.
EXPORT("locate") std::uint32_t locate(std::uint32_t offset) {
  engine& me = self();
  const auto& origins = me.output.origins;
  auto after = std::ranges::upper_bound(origins, offset, {}, &code_origin::rewritten);
  if (after == origins.begin()) return 0;
  const code_origin& origin = *--after;
  if (origin.original == ~std::uint32_t{0}) return 0;
  return locate_original(origin.original + (offset - origin.rewritten));
}
EXPORT("located_path") std::uint32_t located_path() { return address_of(self().located_path.data()); }
EXPORT("located_path_size") std::uint32_t located_path_size() { return static_cast<std::uint32_t>(self().located_path.size()); }
EXPORT("located_line") std::uint32_t located_line() { return self().located.line; }
EXPORT("located_column") std::uint32_t located_column() { return self().located.column; }

// The probes, called by the rewritten module through its table.
EXPORT("probe_enter") void probe_enter(std::uint32_t call, std::uint32_t first, std::uint32_t second, std::uint32_t third) {
  self().heap.enter(static_cast<allocator_call>(call), first, second, third);
}
EXPORT("probe_leave") void probe_leave(std::uint32_t call, std::uint32_t result) {
  self().heap.leave(static_cast<allocator_call>(call), result);
  // Each of the first changes, then some: a loop that only allocates must not spend its time on telling.
  const std::uint32_t changes = self().heap.changes();
  if (changes <= 64 || changes % 256 == 0) note_change();
}
EXPORT("probe_abandon") void probe_abandon() { self().heap.abandon(); }
EXPORT("probe_throw") void probe_throw() { note_throw(); }

/// Forgets what a program has allocated and logged: another instance of it will run.
EXPORT("forget_run") void forget_run() {
  self().heap = {};
  if (self().log) self().log->clear();
}

/// To be called whenever no frame of the program is active.
EXPORT("reset_depth") void reset_depth() { self().heap.reset_depth(); }
/// Chooses at most `most` blocks to be read at `blocks`; returns how many there are.
EXPORT("choose_blocks") std::uint32_t choose_blocks(std::uint32_t most) {
  self().reported = self().heap.newest(most);
  return static_cast<std::uint32_t>(self().reported.size());
}
EXPORT("blocks") std::uint32_t blocks() { return address_of(self().reported.data()); }
EXPORT("live_blocks") double live_blocks() { return self().heap.totals().live_blocks; }
EXPORT("live_bytes") double live_bytes() { return self().heap.totals().live_bytes; }
EXPORT("freed_blocks") double freed_blocks() { return self().heap.totals().freed_blocks; }
EXPORT("freed_bytes") double freed_bytes() { return self().heap.totals().freed_bytes; }
EXPORT("findings") std::uint32_t findings() { return address_of(self().heap.findings().data()); }
EXPORT("finding_count") std::uint32_t finding_count() { return static_cast<std::uint32_t>(self().heap.findings().size()); }
EXPORT("heap_changes") std::uint32_t heap_changes() { return self().heap.changes(); }
