#pragma once

#include <string>
#include <utility>
#include <vector>

#include "explain/recorded_run.h"

namespace pagewise {

/// What can be listed. The page knows these bits.
enum class listed : std::uint32_t { steps = 1, stores = 2, allocations = 4, growth = 8, output = 16 };

/// The places that steps name by their index, as JSON: `[[path, line, column, function], …]`. Line 0 is unknown.
std::string sites_json(const recorded_run& run);

/// Lists what happened in a range of steps, part by part: a run has more events than one answer can hold. An event
/// belongs to the step whose line was running; null is the time before the first step.
class event_listing {
public:
  /// Steps from `from` up to but without `to`, and what `wanted` (bits of `listed`) names of them. From step 0 on, what
  /// came before the first step is listed too.
  event_listing(const trace& log, step_number from, step_number to, std::uint32_t wanted);

  /// The next part as JSON, empty after the last one. Hexadecimal bytes are cut where there are very many.
  ///  - `first`: the first step of the part; `steps`: `[site or null, depth]` of it and of those that follow
  ///  - `stores`: `[step, address, size, before, after]`
  ///  - `allocations`, `releases`: `[step, block, address, size, allocator_call]`, blocks counted from 1
  ///  - `growth`: `[step, pages before, pages after, whether the host grew it]`
  ///  - `output`: `[step, how many outputs there were before, stream, length]`
  std::string next();

private:
  [[nodiscard]] bool wants(listed what) const { return (wanted_ & static_cast<std::uint32_t>(what)) != 0; }

  const trace& log_;
  std::uint32_t wanted_;
  log_position position_, end_;
  step_number steps_;  ///< before `position_`
  std::vector<std::pair<log_position, std::uint32_t>> releases_;  ///< where, and of which block; in order
  std::vector<log_position> outputs_;
};

}  // namespace pagewise
