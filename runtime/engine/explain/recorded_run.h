#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "checks/find_mistakes.h"
#include "debug/debug_info.h"
#include "debug/line_table.h"
#include "replay/other_memories.h"
#include "replay/trace.h"
#include "rewrite/line_sites.h"
#include "wasm/module.h"

namespace pagewise {

/// A place in a source file; `path` borrows.
struct source_place {
  std::string_view path;
  std::uint32_t line;
  std::uint32_t column;
};

/// What a note at a step tells.
struct step_note {
  note_kind kind;
  std::uint32_t line;
  std::uint32_t what;
};

/// A module and one recorded run of it: source, code and memory joined. It borrows all of its parts.
class recorded_run {
public:
  /// `others` are the memories beside the first one, where the module has several.
  recorded_run(const module& program, const line_table& lines, const std::vector<line_site>& sites, trace& log,
               other_memories* others = nullptr);

  [[nodiscard]] const module& program() const { return program_; }
  [[nodiscard]] trace& log() const { return log_; }
  [[nodiscard]] std::uint32_t memories() const { return others_ ? others_->count() + 1 : 1; }
  /// The log as far as it is about a memory, below `memories()`. Its positions are its own, its steps those of `log()`.
  [[nodiscard]] trace& log_of(std::uint32_t memory) const { return memory == 0 ? log_ : (*others_)[memory]; }
  [[nodiscard]] const debug_info& debug() const { return debug_; }

  /// The line that runs at a step, in C++; none for a note and for the end.
  [[nodiscard]] std::optional<source_place> place_of(step_number step) const;
  [[nodiscard]] std::optional<step_note> note_of(step_number step) const;
  /// The function that begins at a step, where its code has no lines: then a function is a step.
  [[nodiscard]] std::optional<std::string> function_without_lines_of(step_number step) const;
  /// The line that was at work when a record was written: that of its step, or where a function has returned since, the
  /// line of its caller, which goes on. Moves the trace, and back.
  [[nodiscard]] std::optional<source_place> place_at(log_position position) const;
  [[nodiscard]] std::optional<source_place> place_of_site(std::uint32_t site) const;
  /// The line from which the code at an address was made.
  [[nodiscard]] std::optional<source_place> place_of_code(code_address at) const;
  /// The sites of a line; paths are compared by their ends, `main.cpp` being that of `/program/main.cpp`.
  [[nodiscard]] std::vector<bool> sites_of(std::string_view path, std::uint32_t line) const;
  [[nodiscard]] std::uint32_t sites() const { return static_cast<std::uint32_t>(sites_.size()); }
  [[nodiscard]] const line_site& site(std::uint32_t index) const { return sites_[index]; }

  /// The code address at which a call of the current stack stands: of its line, or its beginning.
  [[nodiscard]] code_address address_in(std::uint32_t call_number) const;
  [[nodiscard]] std::string name_of(std::uint32_t function) const;

  /// Where the linker laid out the stack and the data; nothing is known of it at first.
  void set_regions(const memory_regions& regions);
  [[nodiscard]] const memory_regions& regions() const { return regions_; }
  /// Everything wrong that the run did, as it became known. Looked for when it is first asked for, and again when the
  /// log has grown.
  [[nodiscard]] std::span<const finding> findings() const;

  /// The log begins in the middle of a run: what it holds until now stands for what came before.
  /// Unless `checks`, nothing wrong is looked for in it.
  void begin_inside(bool checks) {
    opening_ = log_.size();
    checks_ = checks;
  }
  /// Where what was recorded begins.
  [[nodiscard]] log_position opening() const { return opening_; }
  /// Whether any byte of this range was written since the call began, up to the current step. Where the call began
  /// before the log, everything may have been.
  bool is_written_since(std::uint32_t call_number, std::uint32_t start, std::uint32_t size);

private:
  [[nodiscard]] bool is_optimised() const;
  /// Where a function's code begins; 0 of one that is imported.
  [[nodiscard]] code_address start_of(std::uint32_t function) const;

  const module& program_;
  const line_table& lines_;
  const std::vector<line_site>& sites_;
  trace& log_;
  other_memories* others_;
  debug_info debug_;
  log_position opening_ = 0;  ///< what lies before it was not recorded
  bool checks_ = true;
  using written_bytes = std::array<std::uint32_t, 3>;  ///< call, address, size: a field starts where its structure does
  std::map<written_bytes, log_position> first_writes_;  ///< in a log of this size:
  log_position searched_ = 0;
  memory_regions regions_;
  mutable std::vector<finding> findings_;
  mutable std::optional<log_position> checked_;  ///< the size of the log in which `findings_` were found
};

/// One frame of the current step, as debug information sees it.
class traced_frame final : public frame_view {
public:
  traced_frame(const trace& log, std::uint32_t call_number) : log_(log), call_(call_number) {}
  [[nodiscard]] std::optional<std::uint64_t> local(std::uint32_t index) const override {
    return call_ == call::none ? std::nullopt : log_.local(call_, index);
  }
  /// As the frame left it: a function that has nothing on the shadow stack finds its frame by the stack pointer.
  [[nodiscard]] std::optional<std::uint64_t> global(std::uint32_t index) const override {
    return call_ == call::none ? log_.global(index) : log_.global(call_, index);
  }
  bool read(std::uint64_t address, std::span<std::uint8_t> into) const override {
    if (address > ~std::uint32_t{0}) return false;
    return log_.read(static_cast<std::uint32_t>(address), into) == into.size();
  }

private:
  const trace& log_;
  std::uint32_t call_;
};

}  // namespace pagewise
