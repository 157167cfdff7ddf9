// Listings of made-up runs, against what the runs remember.

#include <gtest/gtest.h>

#include "explain/events.h"
#include "explain/json.h"
#include "made_up_run.h"

namespace pagewise {
namespace {

/// The items of one list of all parts, as the engine writes them.
std::vector<std::string> parts_of(const trace& log, step_number from, step_number to, listed what) {
  std::vector<std::string> parts;
  event_listing listing(log, from, to, static_cast<std::uint32_t>(what));
  for (std::string part = listing.next(); !part.empty(); part = listing.next()) {
    const auto start = part.find('[') + 1;
    parts.push_back(part.substr(start, part.rfind(']') - start));
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += part.empty() || all.empty() ? part : "," + part;
  return all;
}

class event_listing_test : public testing::TestWithParam<std::uint32_t> {
protected:
  static made_up_run made(std::uint32_t seed) {
    made_up_run made(seed);
    made.run(20'000, 5000, 100'000);
    return made;
  }
  made_up_run run = made(GetParam());
  trace replay = run.replayed();
  step_number from = run.below(replay.steps()), to = from + run.below(replay.steps() - from + 1);

  /// Null before the first step, as the listing has it.
  void write_step(json& out, log_position position) const {
    const auto after = std::ranges::upper_bound(run.steps, position) - run.steps.begin();
    if (after == 0) out.null();
    else out.number(static_cast<std::uint64_t>(after - 1));
  }
  [[nodiscard]] log_position begin(step_number step) const { return step == 0 ? 0 : replay.position_of(step); }

  [[nodiscard]] std::string expected_stores(step_number first, step_number last) const {
    json out;
    for (const run_truth::write& each : run.writes) {
      if (each.position < begin(first) || each.position >= replay.position_of(last)) continue;
      constexpr std::size_t most = 4096;
      const std::size_t shown = std::min(each.after.size(), most);
      out.begin_array();
      write_step(out, each.position);
      out.number(each.address).number(each.after.size());
      out.hex(std::span(each.before).first(shown)).hex(std::span(each.after).first(shown)).end_array();
    }
    return out.release();
  }

  [[nodiscard]] std::string expected_steps(step_number first, step_number last) const {
    json out;
    for (step_number step = first; step < last; ++step) {
      const record at = replay.at(run.steps[step]);
      out.begin_array();
      if (at.kind() == record_kind::line) out.number(at.payload());
      else out.null();
      out.number(run.depths[step]).end_array();
    }
    return out.release();
  }
};

TEST_P(event_listing_test, lists_every_store_once_in_parts) {
  const auto parts = parts_of(replay, 0, replay.steps(), listed::stores);
  EXPECT_GT(parts.size(), 1U);
  EXPECT_EQ(joined(parts), expected_stores(0, replay.steps()));
}

TEST_P(event_listing_test, lists_the_stores_of_a_range_of_steps) {
  EXPECT_EQ(joined(parts_of(replay, from, to, listed::stores)), expected_stores(from, to));
}

TEST_P(event_listing_test, lists_every_step_with_its_site_and_depth) {
  EXPECT_EQ(joined(parts_of(replay, 0, replay.steps(), listed::steps)), expected_steps(0, replay.steps()));
  EXPECT_EQ(joined(parts_of(replay, from, to, listed::steps)), expected_steps(from, to));
}

TEST_P(event_listing_test, lists_growths_and_outputs_with_their_ordinals) {
  json growth, output;
  std::uint64_t ordinal = 0;
  replay.each_record(0, replay.size(), [&](const record& each) {
    const bool is_output = each.kind() == record_kind::note && static_cast<note_kind>(each.payload()) == note_kind::output;
    const bool is_within = each.position >= begin(from) && each.position < replay.position_of(to);
    if (is_output) ++ordinal;
    if (!is_within || (!is_output && each.kind() != record_kind::grow)) return;
    json& out = is_output ? output : growth;
    out.begin_array();
    write_step(out, each.position);
    if (is_output) out.number(ordinal - 1).number(each.words[1]).number(each.words[2]).end_array();
    else out.number(each.words[1]).number(each.words[2]).number(each.payload()).end_array();
  });
  EXPECT_EQ(joined(parts_of(replay, from, to, listed::growth)), growth.release());
  EXPECT_EQ(joined(parts_of(replay, from, to, listed::output)), output.release());
}

TEST_P(event_listing_test, lists_every_block_where_it_was_allocated_and_released) {
  event_listing listing(replay, 0, replay.steps(), static_cast<std::uint32_t>(listed::allocations));
  std::string all;
  for (std::string part = listing.next(); !part.empty(); part = listing.next()) all += part;
  const auto count = [&](const std::string& what) {
    std::size_t found = 0;
    for (auto at = all.find(what); at != std::string::npos; at = all.find(what, at + 1)) ++found;
    return found;
  };
  const auto blocks = replay.blocks();
  ASSERT_FALSE(blocks.empty());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].allocated >= replay.position_of(replay.steps())) continue;
    const auto entry = [&](log_position at, allocator_call by) {
      json out;
      out.begin_array();
      write_step(out, at);
      out.number(i + 1).number(blocks[i].what.address).number(blocks[i].what.size);
      return out.number(static_cast<std::uint32_t>(by)).end_array().release();
    };
    EXPECT_EQ(count(entry(blocks[i].allocated, blocks[i].what.by)), 1U) << i;
    if (blocks[i].released == ~log_position{0}) continue;
    EXPECT_EQ(count(entry(blocks[i].released, static_cast<allocator_call>(blocks[i].what.freed_by))), 1U) << i;
  }
}

TEST_P(event_listing_test, lists_nothing_of_no_steps) {
  EXPECT_TRUE(parts_of(replay, replay.steps(), replay.steps(), listed::stores).empty());
  EXPECT_TRUE(parts_of(replay, 7, 7, listed::stores).empty());
  EXPECT_TRUE(parts_of(replay, 9, 7, listed::stores).empty());
}

INSTANTIATE_TEST_SUITE_P(seeds, event_listing_test, testing::Range(1U, 4U));

}  // namespace
}  // namespace pagewise
