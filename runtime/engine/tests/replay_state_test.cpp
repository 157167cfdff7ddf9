// Every moment of made-up runs, asked in any order, against what was so then.

#include <gtest/gtest.h>

#include "made_up_run.h"

namespace pagewise {
namespace {

constexpr std::uint64_t no_value = made_up_run::none;

void expect_same(trace& replay, const made_up_run::moment& truth) {
  ASSERT_EQ(replay.pages() * made_up_run::page, truth.memory.size());
  std::vector<std::uint8_t> memory(truth.memory.size());
  ASSERT_EQ(replay.read(0, memory), truth.memory.size());
  ASSERT_TRUE(memory == truth.memory) << "first difference at "
                                      << std::ranges::mismatch(memory, truth.memory).in1 - memory.begin();
  const auto stack = replay.stack();
  ASSERT_EQ(stack.size(), truth.stack.size());
  for (std::size_t i = 0; i < stack.size(); ++i) {
    const made_up_run::frame& frame = truth.stack[i];
    ASSERT_EQ(stack[i], frame.number);
    EXPECT_EQ(replay.call_numbered(stack[i]).function, frame.function);
    EXPECT_EQ(replay.site_of(stack[i]), frame.site);
    for (std::uint32_t index = 0; index < made_up_run::locals; ++index) {
      EXPECT_EQ(replay.local(stack[i], index).value_or(no_value), frame.values[index]);
    }
  }
  for (std::uint32_t index = 0; index < made_up_run::globals; ++index) {
    EXPECT_EQ(replay.global(index).value_or(no_value), truth.globals_now[index]);
    EXPECT_EQ(replay.lowest(index).value_or(~std::uint32_t{0}), truth.lowest[index]);
  }
}

class replay_state : public testing::TestWithParam<std::uint32_t> {};

TEST_P(replay_state, is_at_each_step_what_it_was) {
  made_up_run run(GetParam());
  run.run(6000, 1 + run.below(6000), 30);
  trace replay = run.replayed();
  ASSERT_EQ(replay.steps(), run.steps.size());
  ASSERT_EQ(replay.records(), run.records);
  ASSERT_EQ(replay.size(), run.size());
  ASSERT_EQ(replay.incomplete_sections(), 0u);
  for (int i = 0; i < 60; ++i) {
    const auto& truth = run.moments[run.below(static_cast<std::uint32_t>(run.moments.size()))];
    replay.seek(truth.step);
    ASSERT_EQ(replay.step(), truth.step);
    expect_same(replay, truth);
    if (HasFatalFailure()) return;
  }
}

TEST_P(replay_state, is_right_from_step_to_step_in_both_directions) {
  made_up_run run(GetParam() + 1000);
  run.run(400, 300, 1);
  trace replay = run.replayed();
  for (const auto& truth : run.moments) {
    replay.seek(truth.step);
    expect_same(replay, truth);
  }
  for (auto truth = run.moments.rbegin(); truth != run.moments.rend(); ++truth) {
    replay.seek(truth->step);
    expect_same(replay, *truth);
  }
}

TEST_P(replay_state, can_be_asked_while_the_log_still_comes) {
  made_up_run run(GetParam() + 2000);
  run.run(3000, 2000, 20);
  trace replay(run.bounds());
  ASSERT_TRUE(replay.set_initial(run.initial.pieces()));
  for (const auto& section : run.sections) {
    const step_number standing_at = replay.step();
    ASSERT_TRUE(replay.add({section.words, section.pieces()}));
    ASSERT_EQ(replay.step(), standing_at);
    for (const auto& truth : run.moments) {
      if (truth.step >= replay.steps() || run.below(3) != 0) continue;
      replay.seek(truth.step);
      expect_same(replay, truth);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(seeds, replay_state, testing::Range(0U, 8U));

TEST(replay_of_a_long_run, finds_all_again) {
  made_up_run run(77);
  run.run(150'000, 200'000, 2000);
  trace replay = run.replayed();
  for (int i = 0; i < 100; ++i) {
    const auto& truth = run.moments[run.below(static_cast<std::uint32_t>(run.moments.size()))];
    replay.seek(truth.step);
    expect_same(replay, truth);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace pagewise
