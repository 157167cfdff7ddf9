// Logs that no recorder wrote: refused and without effect, or read as far as they go.

#include <gtest/gtest.h>

#include "hand_written_log.h"
#include "made_up_run.h"

namespace pagewise {
namespace {

/// Asks everything, for the sanitizers to watch.
void ask_all(trace& replay, made_up_run& dice) {
  std::vector<std::uint8_t> memory(5000);
  for (int i = 0; i < 8; ++i) {
    replay.seek(dice.below(replay.steps() + 2));
    replay.read(dice.below(400'000), memory);
    for (const std::uint32_t each : replay.stack()) {
      static_cast<void>(replay.site_of(each));
      static_cast<void>(replay.local(each, dice.below(9)));
    }
    for (std::uint32_t kind = 0; kind < 7; ++kind) {
      static_cast<void>(replay.next(static_cast<event_kind>(kind)));
      static_cast<void>(replay.previous(static_cast<event_kind>(kind)));
    }
    const std::uint32_t at = dice.below(400'000);
    static_cast<void>(replay.previous_write(at, at + 8, dice.below(replay.size() + 1)));
    static_cast<void>(replay.next_write(at, at + 8, dice.below(replay.size() + 1)));
    static_cast<void>(replay.changes(dice.below(replay.size() + 1), replay.size(), 100));
    static_cast<void>(replay.next_at_depth(dice.below(5)));
    static_cast<void>(replay.previous_at_depth(dice.below(5)));
    static_cast<void>(replay.global(dice.below(6)));
    static_cast<void>(replay.lowest(dice.below(6)));
  }
}

/// All that the outside can tell of a trace, cheaply.
auto seen_of(trace& replay) {
  std::vector<std::uint8_t> memory(replay.pages() * made_up_run::page);
  replay.read(0, memory);
  return std::tuple(replay.steps(), replay.records(), replay.size(), replay.calls(), replay.step(), replay.pages(),
                    replay.blocks().size(), replay.positions(record_kind::note).size(),
                    std::vector(replay.stack().begin(), replay.stack().end()), replay.global(0), memory);
}

TEST(replay_hostile, survives_random_words) {
  made_up_run dice(1);
  std::uint32_t taken = 0;
  for (int round = 0; round < 3000; ++round) {
    trace replay(dice.bounds());
    std::vector<std::uint32_t> words(1 + dice.below(12));
    for (std::uint32_t& each : words) each = dice.below(3) == 0 ? ~dice.below(3) : dice.below(0x2000);
    if (!replay.add({words, {}})) continue;
    ++taken;
    ask_all(replay, dice);
  }
  EXPECT_GT(taken, 20u);
}

TEST(replay_hostile, takes_or_refuses_damaged_sections_and_stays_as_it_was) {
  std::uint32_t refused = 0, taken = 0;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    made_up_run run(seed);
    run.run(800, 800, 1000);
    trace replay(run.bounds());
    ASSERT_TRUE(replay.set_initial(run.initial.pieces()));
    for (const auto& section : run.sections) {
      replay.seek(run.below(replay.steps() + 1));
      const auto before = seen_of(replay);
      std::vector<std::uint32_t> words = section.words;
      for (std::uint32_t hits = run.below(3); hits-- > 0 && !words.empty();) {
        words[run.below(static_cast<std::uint32_t>(words.size()))] ^= 1U << run.below(32);
      }
      if (run.below(3) == 0) words.resize(run.below(static_cast<std::uint32_t>(words.size()) + 1));
      if (replay.add({words, section.pieces()})) {
        ++taken;
        ask_all(replay, run);
      } else {
        ++refused;
        ASSERT_EQ(seen_of(replay), before);
      }
    }
  }
  EXPECT_GT(refused, 20u);
  EXPECT_GT(taken, 20u);
}

TEST(replay_hostile, goes_on_with_the_honest_log_after_a_refused_section) {
  made_up_run run(5);
  run.run(2000, 1500, 20);
  trace replay(run.bounds());
  ASSERT_TRUE(replay.set_initial(run.initial.pieces()));
  for (const auto& section : run.sections) {
    std::vector<std::uint32_t> damaged = section.words;
    damaged.push_back(record_header(record_kind::store4));
    damaged.push_back(0);
    const auto refused = replay.add({damaged, section.pieces()});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().position, replay.size() + section.words.size());
    const hand_piece outside(made_up_run::most_pages * made_up_run::page / piece_size), whole(0);
    ASSERT_FALSE(replay.add({section.words, {{outside.get()}}}));
    const memory_piece cut{0, whole.get().contents.first(piece_size - 1)};
    ASSERT_FALSE(replay.add({section.words, {{cut}}}));
    ASSERT_TRUE(replay.add({section.words, section.pieces()}));
  }
  for (const auto& truth : run.moments) {
    replay.seek(truth.step);
    std::vector<std::uint8_t> memory(truth.memory.size());
    ASSERT_EQ(replay.read(0, memory), memory.size());
    ASSERT_EQ(memory, truth.memory);
  }
}

/// Whether a log of these words alone is refused for the record at `position`.
testing::AssertionResult refused(const hand_written& log, log_position position, const char* reason) {
  trace replay({.sites = 3, .functions = 3, .globals = 3, .pages = 1, .maximum_pages = 4});
  const auto added = replay.add({log.get(), {}});
  if (added) return testing::AssertionFailure() << "taken";
  if (added.error().position != position) return testing::AssertionFailure() << "at " << added.error().position;
  if (std::string(added.error().reason) != reason) return testing::AssertionFailure() << added.error().reason;
  return testing::AssertionSuccess();
}
hand_written log() { return hand_written().line(2); }
hand_written of(record_kind kind, std::uint32_t payload, std::initializer_list<std::uint32_t> rest) {
  return log().put({record_header(kind, payload)}).put(rest);
}

TEST(replay_hostile, says_what_is_wrong_with_a_record_and_where) {
  using enum record_kind;
  EXPECT_TRUE(refused(log().line(3), 1, "no such site"));
  EXPECT_TRUE(refused(log().enter(3), 1, "no such function"));
  EXPECT_TRUE(refused(log().exit(3), 1, "no such function"));
  EXPECT_TRUE(refused(of(store1, 0x100, {0}), 1, "more than a byte"));
  EXPECT_TRUE(refused(of(store2, 0x10000, {0}), 1, "more than two bytes"));
  EXPECT_TRUE(refused(of(store1, 0, {65536}), 1, "address outside of memory"));
  EXPECT_TRUE(refused(of(store2, 0, {65535}), 1, "address outside of memory"));
  EXPECT_TRUE(refused(of(store4, 0, {65533, 0}), 1, "address outside of memory"));
  EXPECT_TRUE(refused(of(store8, 0, {65529, 0, 0}), 1, "address outside of memory"));
  EXPECT_TRUE(refused(of(store4, 0, {~0U, 0}), 1, "address outside of memory"));
  EXPECT_TRUE(refused(of(range, 6, {0, 0, 0}), 1, "unknown cause of a range"));
  EXPECT_TRUE(refused(of(range, 0, {65535, 2, 0, 0}), 1, "address outside of memory"));
  EXPECT_TRUE(refused(of(range, 0, {0, ~0U, 0, 0}), 1, "cut record"));
  EXPECT_TRUE(refused(of(range, 0, {0}), 1, "cut record"));
  EXPECT_TRUE(refused(of(store4_low, 65533, {0}), 1, "address outside of memory"));
  EXPECT_TRUE(refused(of(store4_low, 0, {}), 1, "cut record"));
  EXPECT_TRUE(refused(of(grow, 2, {1, 2}), 1, "unknown cause of growth"));
  EXPECT_TRUE(refused(of(grow, 0, {2, 3}), 1, "growth from another size"));
  EXPECT_TRUE(refused(of(grow, 0, {1, 0}), 1, "growth to an impossible size"));
  EXPECT_TRUE(refused(of(grow, 0, {1, 5}), 1, "growth to an impossible size"));
  EXPECT_TRUE(refused(of(global, 3, {0}), 1, "no such global"));
  EXPECT_TRUE(refused(of(global, 0 | 2U << index_bits, {0}), 1, "unknown width of a value"));
  EXPECT_TRUE(refused(of(local, 0 | 1U << index_bits, {0}), 1, "cut record"));
  EXPECT_TRUE(refused(of(allocator, 14, {0, 0, 0}), 1, "unknown allocator call"));
  EXPECT_TRUE(refused(of(allocator, 3U << allocator_call_bits, {}), 1, "unknown phase of an allocator call"));
  EXPECT_TRUE(refused(of(note, 13, {0, 0}), 1, "unknown note"));
  EXPECT_TRUE(refused(of(load, 4, {}), 1, "cut record"));
}

TEST(replay_hostile, takes_what_just_fits) {
  using enum record_kind;
  trace replay({.sites = 3, .functions = 3, .globals = 3, .pages = 1, .maximum_pages = 4});
  hand_written fits = of(store8, 0, {65528, 0, 0});
  fits.put({record_header(range, 5), 65535, 1, 0, 0xff}).put({record_header(range, 0), 65536, 0, 0});
  fits.put({record_header(store4_low, 65532), 0});
  fits.grow(1, 4).store1(4 * 65536 - 1, 0).grow(4, 4).put({record_header(global, 2), 0});
  EXPECT_TRUE(replay.add({fits.get(), {}}));
  EXPECT_EQ(replay.records(), 9u);
}

TEST(replay_hostile, takes_a_million_open_calls_and_refuses_one_more) {
  trace replay({.sites = 1, .functions = 1, .globals = 0, .pages = 0, .maximum_pages = 0});
  hand_written calls, one_more;
  for (int i = 0; i < 999'999; ++i) calls.enter(0);
  calls.exit(0).enter(0).enter(0).line(0);
  one_more.enter(0);
  const auto added = replay.add({calls.get(), {}});
  ASSERT_TRUE(added) << added.error().reason << " at " << added.error().position;
  EXPECT_EQ(replay.depth_at(0), 1'000'000u);
  const auto refused = replay.add({one_more.get(), {}});
  ASSERT_FALSE(refused);
  EXPECT_STREQ(refused.error().reason, "too many open calls");
  hand_written less;
  less.unwind(10).enter(0).line(0);
  ASSERT_TRUE(replay.add({less.get(), {}}));
  EXPECT_EQ(replay.depth_at(1), 11u);
}

}  // namespace
}  // namespace pagewise
