#include "explain/heap_peak.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "explain/json.h"

namespace pagewise {

std::string heap_peak_json(const recorded_run& run) {
  const trace& log = run.log();
  std::vector<std::tuple<log_position, bool, std::uint32_t>> events;  ///< whether it allocates, and how many bytes
  for (const traced_block& block : log.blocks()) {
    if (block.what.within != 0) continue;
    events.emplace_back(block.allocated, true, block.what.size);
    if (block.released != never) events.emplace_back(block.released, false, block.what.size);
  }
  std::ranges::sort(events);
  std::uint64_t live = 0, most = 0;
  log_position peak = 0;
  for (const auto& [position, allocates, size] : events) {
    live = allocates ? live + size : live - std::min<std::uint64_t>(live, size);
    if (live <= most) continue;
    most = live;
    peak = position;
  }
  json out;
  out.begin_array().number(most).number(log.step_at(peak).value_or(0));
  return out.end_array().release();
}

}  // namespace pagewise
