#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "heap/block_table.h"
#include "record/log_format.h"
#include "replay/record_reader.h"

namespace pagewise {

/// A step of a trace, from 0. At step n the memory is as it was just before the n-th line (or note that is a step)
/// ran; at step `trace::steps()` as it was when recording ended.
using step_number = std::uint32_t;

/// What the recorded module has: everything a log may name is checked against it.
struct trace_bounds {
  std::uint32_t sites;
  std::uint32_t functions;
  std::uint32_t globals;
  std::uint32_t pages;          ///< size of memory before the first record, in WebAssembly pages
  std::uint32_t maximum_pages;  ///< at most 65,536
};

/// A piece of memory: `piece_size` bytes from address `index * piece_size` on.
struct memory_piece {
  std::uint32_t index;
  std::span<const std::uint8_t> contents;
};

/// Part of a log, and the pieces of memory that it changed as they were after its last record.
struct log_section {
  std::span<const std::uint32_t> words;
  std::span<const memory_piece> pieces;
};

/// Why a log cannot be what a recorder wrote, and where.
struct bad_log {
  log_position position;
  const char* reason;
};

/// One call of a function. Calls are numbered in the order in which they began.
struct call {
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  std::uint32_t function;
  std::uint32_t caller;     ///< the number of the call below it, or none
  log_position entered;     ///< position of its enter record
  log_position left;        ///< position of the record that ended it; never while it goes on
};

/// A record where it stands in the log. Words are its header and what follows.
struct record {
  log_position position;
  std::span<const std::uint32_t> words;

  [[nodiscard]] record_kind kind() const { return kind_of(words[0]); }
  [[nodiscard]] std::uint32_t payload() const { return payload_of(words[0]); }
};

/// A change of memory. Spans stay valid until the trace is asked again.
struct memory_change {
  log_position position;
  std::uint32_t address;
  std::span<const std::uint8_t> before;
  std::span<const std::uint8_t> after;
};

/// A part of the log that is read in one go: its words, and the new bytes of its writes, one after the other, each
/// padded to words. Valid until a section is added.
struct log_stretch {
  log_position from;
  std::span<const std::uint32_t> words;
  const std::uint32_t* new_words;
};

/// What one can step to.
enum class event_kind : std::uint32_t { call, call_end, allocation, release, growth, output, note };

/// A block of the heap with the positions of the records with which the calls began that made and released it
/// (never while live at the end).
struct traced_block {
  block what;
  log_position allocated;
  log_position released;
};

/// A recorded run. Sections are added as they come; then any step can be asked, in any order. Everything it is given
/// may be forged: what no recorder wrote is refused and leaves the trace as it was.
class trace {
public:
  explicit trace(const trace_bounds& bounds);
  ~trace();
  trace(trace&&) noexcept;
  trace& operator=(trace&&) noexcept;

  /// The pieces of memory that are not zero before the first record. To be called before the first section.
  std::expected<void, bad_log> set_initial(std::span<const memory_piece> pieces);
  std::expected<void, bad_log> add(const log_section& section);

  [[nodiscard]] step_number steps() const;
  [[nodiscard]] std::uint32_t records() const;
  [[nodiscard]] log_position size() const;  ///< words
  /// Sections in which memory changed and no record says so. Their steps show the change from the section's start on.
  [[nodiscard]] std::uint32_t incomplete_sections() const;

  /// Where a step stands: the position of its line or note; `size()` for step `steps()`.
  [[nodiscard]] log_position position_of(step_number step) const;
  /// The step in which a record happened: the last step at or before its position. None before the first step.
  [[nodiscard]] std::optional<step_number> step_at(log_position position) const;
  /// The record that begins at a position below `size()`.
  [[nodiscard]] record at(log_position position) const;
  /// The records that begin in [from, to), in their order: of a step, from its line (or note) up to the next step.
  template <typename Visit>
  void each_record(log_position from, log_position to, Visit visit) const {
    for (log_position p = from; p < to;) {
      for (std::span<const std::uint32_t> left = words_from(p); p < to && !left.empty();) {
        const std::uint32_t length = words_of(left.data());
        visit(record{p, left.first(length)});
        left = left.subspan(length);
        p += length;
      }
    }
  }
  /// The whole log in parts, numbered in order: for passes over all of it. No record lies in two.
  [[nodiscard]] std::uint32_t stretches() const;
  [[nodiscard]] log_stretch stretch(std::uint32_t number) const;
  /// Copies bytes of memory as they were just before the record at a position. Cheap where positions ascend.
  void read_at(log_position position, std::uint32_t address, std::span<std::uint8_t> into) const;

  /// Moves to a step. At most 16 ms at 10 million records; 0.1 ms to a neighbour.
  void seek(step_number step);
  [[nodiscard]] step_number step() const;
  /// Size of memory at the current step, in WebAssembly pages.
  [[nodiscard]] std::uint32_t pages() const;
  /// Copies bytes of memory at the current step. What lies past the end of memory is left as it is; returns the bytes copied.
  std::uint32_t read(std::uint32_t address, std::span<std::uint8_t> into) const;

  /// Calls open at the current step, outermost first, as their numbers.
  [[nodiscard]] std::span<const std::uint32_t> stack() const;
  [[nodiscard]] const call& call_numbered(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t calls() const;
  /// The site of the line that a call of the stack is at; none before its first line.
  [[nodiscard]] std::optional<std::uint32_t> site_of(std::uint32_t call_number) const;
  /// The value that a Wasm local of an open call has at the current step: what was recorded last. None when nothing was.
  [[nodiscard]] std::optional<std::uint64_t> local(std::uint32_t call_number, std::uint32_t index) const;
  /// The last record of a local of an open call.
  [[nodiscard]] std::optional<record> last_local(std::uint32_t call_number) const;
  /// The value of a Wasm global at the current step. None when no write of it was recorded before.
  [[nodiscard]] std::optional<std::uint64_t> global(std::uint32_t index) const;
  /// The value that an open call left in a Wasm global: before the call above it in the stack began.
  [[nodiscard]] std::optional<std::uint64_t> global(std::uint32_t call_number, std::uint32_t index) const;
  /// The lowest value that this global has had up to the current step, unsigned.
  [[nodiscard]] std::optional<std::uint32_t> lowest(std::uint32_t global) const;

  /// Every block of the whole trace, in order of allocation.
  [[nodiscard]] std::span<const traced_block> blocks() const;
  [[nodiscard]] std::span<const heap_finding> heap_findings() const;
  /// For each of them, the position of the record with which the guilty call began.
  [[nodiscard]] std::span<const log_position> heap_findings_at() const;
  /// Positions of the records of a kind that are rare: grow, note (all kinds), allocator.
  [[nodiscard]] std::span<const log_position> positions(record_kind kind) const;

  /// What the records in [from, to) changed in memory, in order, at most `most`. Both within one step or a few: it costs
  /// what lies between them, and a seek.
  [[nodiscard]] std::vector<memory_change> changes(log_position from, log_position to, std::size_t most) const;

  /// The last record before `before` (the first one at or after `after`) that writes a byte of [start, end).
  [[nodiscard]] std::optional<log_position> previous_write(std::uint32_t start, std::uint64_t end, log_position before) const;
  [[nodiscard]] std::optional<log_position> next_write(std::uint32_t start, std::uint64_t end, log_position after) const;

  /// The nearest later (earlier) step that such an event happened just before: since the step that precedes it. What
  /// happened after the last line is found at step `steps()`. A reallocation allocates and releases; a null pointer that
  /// is freed releases nothing. A note is any note.
  [[nodiscard]] std::optional<step_number> next(event_kind kind) const;
  [[nodiscard]] std::optional<step_number> previous(event_kind kind) const;

  /// The number of frames open at a step. Cheap: for stepping over and out.
  [[nodiscard]] std::uint32_t depth_at(step_number step) const;
  /// The nearest later (earlier) step whose depth is at most `depth`.
  [[nodiscard]] std::optional<step_number> next_at_depth(std::uint32_t depth) const;
  [[nodiscard]] std::optional<step_number> previous_at_depth(std::uint32_t depth) const;

private:
  /// Words from a position below `size()` up to the end of its section.
  [[nodiscard]] std::span<const std::uint32_t> words_from(log_position position) const;

  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace pagewise
