// What a trace is asked of made-up runs, against what the runs remember.

#include <gtest/gtest.h>

#include "made_up_run.h"

namespace pagewise {
namespace {

class replay_query : public testing::TestWithParam<std::uint32_t> {
protected:
  static made_up_run made(std::uint32_t seed) {
    made_up_run made(seed);
    made.run(5000, 5000, 1000);
    return made;
  }
  made_up_run run = made(GetParam());
  trace replay = run.replayed();

  [[nodiscard]] step_number some_step() { return run.below(replay.steps() + 1); }
  [[nodiscard]] log_position position_of(step_number step) const {
    return step < run.steps.size() ? run.steps[step] : run.size();
  }
  /// The first step whose record lies after a position.
  [[nodiscard]] step_number step_after(log_position position) const {
    return static_cast<step_number>(std::ranges::upper_bound(run.steps, position) - run.steps.begin());
  }
};

TEST_P(replay_query, tells_where_each_step_stands_and_which_step_a_record_belongs_to) {
  for (step_number step = 0; step <= replay.steps(); ++step) ASSERT_EQ(replay.position_of(step), position_of(step));
  for (log_position position = 0; position <= run.size(); ++position) {
    const step_number after = step_after(position);
    ASSERT_EQ(replay.step_at(position), after == 0 ? std::nullopt : std::optional(after - 1)) << position;
  }
}

TEST_P(replay_query, gives_every_record_once_and_whole) {
  log_position expected = 0;
  std::uint32_t records = 0;
  replay.each_record(0, replay.size(), [&](const record& each) {
    EXPECT_EQ(each.position, expected);
    expected += static_cast<log_position>(each.words.size());
    ++records;
  });
  EXPECT_EQ(expected, run.size());
  EXPECT_EQ(records, run.records);
}

TEST_P(replay_query, tells_every_change_with_the_bytes_before_and_after) {
  const auto changes = replay.changes(0, replay.size(), run.writes.size() + 1);
  ASSERT_EQ(changes.size(), run.writes.size());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    ASSERT_EQ(changes[i].position, run.writes[i].position);
    EXPECT_EQ(changes[i].address, run.writes[i].address);
    EXPECT_TRUE(std::ranges::equal(changes[i].before, run.writes[i].before)) << i;
    EXPECT_TRUE(std::ranges::equal(changes[i].after, run.writes[i].after)) << i;
  }
  for (int round = 0; round < 100; ++round) {
    const step_number step = run.below(replay.steps());
    const log_position from = position_of(step), to = position_of(step + 1 + run.below(3));
    const auto first = std::ranges::lower_bound(run.writes, from, {}, &made_up_run::write::position);
    const auto last = std::ranges::lower_bound(run.writes, to, {}, &made_up_run::write::position);
    const std::size_t most = run.below(4);
    const auto some = replay.changes(from, to, most);
    ASSERT_EQ(some.size(), std::min<std::size_t>(most, static_cast<std::size_t>(last - first)));
    for (std::size_t i = 0; i < some.size(); ++i) {
      EXPECT_EQ(some[i].position, first[static_cast<std::ptrdiff_t>(i)].position);
      EXPECT_TRUE(std::ranges::equal(some[i].before, first[static_cast<std::ptrdiff_t>(i)].before));
    }
  }
}

TEST_P(replay_query, finds_the_nearest_write_of_a_range_in_both_directions) {
  for (int round = 0; round < 300; ++round) {
    const auto& near = run.writes[run.below(static_cast<std::uint32_t>(run.writes.size()))];
    const std::uint32_t start = run.below(4) == 0 ? run.below(400'000) : near.address + run.below(12);
    const std::uint64_t end = std::uint64_t{start} + (run.below(5) == 0 ? run.below(100'000) : run.below(9));
    const log_position place = run.below(4) == 0 ? near.position : run.below(run.size() + 10);
    std::optional<log_position> before, after;
    for (const auto& each : run.writes) {
      if (start == end || each.address >= end || each.address + each.after.size() <= start) continue;
      if (each.position < place) before = each.position;
      if (each.position >= place && !after) after = each.position;
    }
    ASSERT_EQ(replay.previous_write(start, end, place), before) << start << " " << end << " " << place;
    ASSERT_EQ(replay.next_write(start, end, place), after) << start << " " << end << " " << place;
  }
}

TEST_P(replay_query, finds_the_step_just_after_an_event_in_both_directions) {
  for (int round = 0; round < 400; ++round) {
    const auto kind = static_cast<event_kind>(run.below(7));
    const step_number here = some_step();
    std::optional<step_number> before, after;
    for (const auto& each : run.events) {
      if (each.kind != kind) continue;
      const step_number step = step_after(each.position);
      if (step < here) before = step;
      if (step > here && !after) after = step;
    }
    replay.seek(here);
    ASSERT_EQ(replay.next(kind), after) << static_cast<std::uint32_t>(kind) << " from " << here;
    ASSERT_EQ(replay.previous(kind), before) << static_cast<std::uint32_t>(kind) << " from " << here;
  }
}

TEST_P(replay_query, steps_over_and_out) {
  for (int round = 0; round < 300; ++round) {
    const step_number here = some_step();
    const std::uint32_t depth = run.below(8);
    const std::size_t deep = here < replay.steps() ? run.depths[here] : run.moments.back().stack.size();
    ASSERT_EQ(replay.depth_at(here), deep);
    std::optional<step_number> before, after;
    for (step_number step = 0; step < run.depths.size(); ++step) {
      if (run.depths[step] > depth) continue;
      if (step < here) before = step;
      if (step > here && !after) after = step;
    }
    if (!after && here < replay.steps() && run.moments.back().stack.size() <= depth) after = replay.steps();
    replay.seek(here);
    ASSERT_EQ(replay.next_at_depth(depth), after) << here << " " << depth;
    ASSERT_EQ(replay.previous_at_depth(depth), before) << here << " " << depth;
  }
}

TEST_P(replay_query, lists_calls_and_rare_records) {
  ASSERT_EQ(replay.calls(), run.entered.size());
  for (std::uint32_t number = 0; number < replay.calls(); ++number) {
    EXPECT_EQ(replay.call_numbered(number).entered, run.entered[number]);
    EXPECT_EQ(replay.call_numbered(number).left, run.left[number]);
    EXPECT_EQ(replay.call_numbered(number).function, run.entered_functions[number]);
  }
  for (const record_kind kind : {record_kind::grow, record_kind::note, record_kind::allocator}) {
    std::vector<log_position> expected;
    replay.each_record(0, replay.size(), [&](const record& each) {
      if (each.kind() == kind) expected.push_back(each.position);
    });
    EXPECT_TRUE(std::ranges::equal(replay.positions(kind), expected));
    EXPECT_FALSE(expected.empty());
  }
  EXPECT_TRUE(replay.positions(record_kind::line).empty());
}

INSTANTIATE_TEST_SUITE_P(seeds, replay_query, testing::Range(0U, 5U));

}  // namespace
}  // namespace pagewise
