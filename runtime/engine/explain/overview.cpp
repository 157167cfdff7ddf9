#include "explain/overview.h"

#include <algorithm>
#include <array>

#include "explain/json.h"

namespace pagewise {
namespace {

enum event : std::size_t { calls, returns, allocations, frees, growths, outputs, views, found, events };
constexpr std::array<std::string_view, events> names = {"call", "return", "allocation", "release",
                                                        "growth", "output", "view", "finding"};

}  // namespace

std::string overview_json(const recorded_run& run, std::uint32_t buckets) {
  const trace& log = run.log();
  const std::uint64_t steps = std::max(log.steps(), 1U);
  buckets = std::clamp(buckets, 1U, 4096U);
  std::array<std::vector<std::uint32_t>, events> counts;
  for (auto& list : counts) list.resize(buckets);
  std::vector<std::uint32_t> depths(buckets);
  std::uint64_t step = 0;
  std::uint32_t depth = 0;
  const auto bucket_of = [&](std::uint64_t of) { return static_cast<std::size_t>(std::min<std::uint64_t>(of * buckets / steps, buckets - 1)); };
  std::size_t bucket = 0;
  const auto arrive = [&] { bucket = bucket_of(++step); };
  for (log_position p = 0; p < log.size();) {
    const record at = log.at(p);
    switch (at.kind()) {
      case record_kind::line: arrive(); break;
      case record_kind::enter:
        ++counts[calls][bucket];
        depths[bucket] = std::max(depths[bucket], ++depth);
        break;
      case record_kind::exit:
        ++counts[returns][bucket];
        if (depth > 0) --depth;
        break;
      case record_kind::unwind: depth = std::min(depth, at.payload()); break;
      case record_kind::grow: ++counts[growths][bucket]; break;
      case record_kind::note: {
        const auto kind = static_cast<note_kind>(at.payload());
        if (kind == note_kind::output) ++counts[outputs][bucket];
        if (kind == note_kind::view) ++counts[views][bucket];
        if (is_step(kind)) arrive();
        break;
      }
      default: break;
    }
    p += static_cast<log_position>(at.words.size());
  }
  const auto count_at = [&](event kind, log_position position) {
    if (const auto in = log.step_at(position)) ++counts[kind][bucket_of(*in + 1)];
  };
  for (const traced_block& block : log.blocks()) {
    count_at(allocations, block.allocated);
    if (block.released != ~log_position{0}) count_at(frees, block.released);
  }
  for (const finding& each : run.findings()) count_at(found, each.marked_at());

  json out;
  out.begin_object().key("events").begin_object();
  for (std::size_t kind = 0; kind < events; ++kind) {
    out.key(names[kind]).begin_array();
    for (const std::uint32_t count : counts[kind]) out.number(count);
    out.end_array();
  }
  out.end_object().key("depths").begin_array();
  for (const std::uint32_t deepest : depths) out.number(deepest);
  return out.end_array().end_object().release();
}

}  // namespace pagewise
