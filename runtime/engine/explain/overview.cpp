#include "explain/overview.h"

#include <algorithm>

#include "explain/event_counts.h"
#include "replay/log_pass.h"

namespace pagewise {

std::string overview_json(const recorded_run& run, std::uint32_t buckets) {
  const trace& log = run.log();
  const std::uint64_t steps = std::max(log.steps(), 1U);
  buckets = std::clamp(buckets, 1U, 4096U);
  event_counts counts(buckets);
  std::uint64_t step = 0;
  std::uint32_t depth = 0;
  const auto bucket_of = [&](std::uint64_t of) { return static_cast<std::size_t>(std::min<std::uint64_t>(of * buckets / steps, buckets - 1)); };
  std::size_t bucket = 0;
  const auto arrive = [&] { bucket = bucket_of(++step); };
  each_record_of(log, [&](log_position, const std::uint32_t* record) {
    const std::uint32_t payload = payload_of(record[0]);
    switch (kind_of(record[0])) {
      case record_kind::line: arrive(); break;
      case record_kind::enter:
        counts.add(event_counts::calls, bucket);
        counts.deepest(bucket, ++depth);
        break;
      case record_kind::exit:
        counts.add(event_counts::returns, bucket);
        if (depth > 0) --depth;
        break;
      case record_kind::unwind: depth = std::min(depth, payload); break;
      case record_kind::grow: counts.add(event_counts::growths, bucket); break;
      case record_kind::note: {
        const auto kind = static_cast<note_kind>(payload);
        if (kind == note_kind::output) counts.add(event_counts::outputs, bucket);
        if (is_view(kind)) counts.add(event_counts::views, bucket);
        if (is_step(kind)) arrive();
        break;
      }
      default: break;
    }
  });
  const auto count_at = [&](event_counts::event kind, log_position position) {
    if (const auto in = log.step_at(position)) counts.add(kind, bucket_of(*in + 1));
  };
  for (const traced_block& block : log.blocks()) {
    count_at(event_counts::allocations, block.allocated);
    if (block.released != never) count_at(event_counts::releases, block.released);
  }
  for (const finding& each : run.findings()) count_at(event_counts::findings, each.marked_at());

  json out;
  out.begin_object();
  counts.write(out);
  return out.end_object().release();
}

}  // namespace pagewise
