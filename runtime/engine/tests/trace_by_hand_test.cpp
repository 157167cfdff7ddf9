// Logs written by hand: each says one thing.

#include "replay/trace.h"

#include <gtest/gtest.h>

#include "hand_written_log.h"

namespace pagewise {
namespace {

constexpr trace_bounds bounds{.sites = 10, .functions = 4, .globals = 2, .pages = 1, .maximum_pages = 65536};

std::uint8_t byte_at(const trace& replay, std::uint32_t address) {
  std::uint8_t found = 0xee;
  EXPECT_EQ(replay.read(address, {&found, 1}), 1u);
  return found;
}

TEST(trace, has_a_first_moment_before_anything_was_recorded) {
  trace replay(bounds);
  const hand_piece piece(1, {{5, 9}});
  ASSERT_TRUE(replay.set_initial({{piece.get()}}));
  replay.seek(3);
  EXPECT_EQ(replay.step(), 0u);
  EXPECT_EQ(byte_at(replay, piece_size + 5), 9);
  EXPECT_EQ(byte_at(replay, 5), 0);
  EXPECT_TRUE(replay.stack().empty());
  EXPECT_FALSE(replay.step_at(0));
  EXPECT_FALSE(replay.next(event_kind::call_end) || replay.previous(event_kind::call) || replay.next_at_depth(9));
  EXPECT_FALSE(replay.previous_write(0, 9, 9) || replay.next_write(0, 9, 0) || replay.site_of(0) || replay.local(0, 0));
  EXPECT_TRUE(replay.changes(0, 9, 9).empty());
  EXPECT_FALSE(replay.set_initial({}));
}

TEST(trace, refuses_an_initial_piece_outside_of_memory) {
  trace replay(bounds);
  const hand_piece outside(65536 / piece_size), within(65536 / piece_size - 1, {{0, 1}});
  EXPECT_FALSE(replay.set_initial({{outside.get()}}));
  EXPECT_TRUE(replay.set_initial({{within.get()}}));
}

TEST(trace, stays_at_a_step_that_has_not_come_yet_while_the_log_grows) {
  trace replay(bounds);
  hand_written first, second, third;
  first.enter(0).store1(0, 0);
  second.enter(1).store1(0, 7).line(2).store1(0, 8);
  third.line(3);
  const hand_piece seven(0, {{0, 7}}), nine(0, {{0, 9}});
  ASSERT_TRUE(replay.add({first.get(), {{seven.get()}}}));
  EXPECT_EQ(replay.stack().size(), 1u);
  EXPECT_EQ(byte_at(replay, 0), 7);
  ASSERT_TRUE(replay.add({second.get(), {{nine.get()}}}));
  EXPECT_EQ(replay.stack().size(), 2u);
  EXPECT_EQ(byte_at(replay, 0), 8);
  EXPECT_EQ(replay.site_of(1), 2u);
  ASSERT_TRUE(replay.add({third.get(), {}}));
  EXPECT_EQ(byte_at(replay, 0), 8);
}

TEST(trace, cuts_what_is_read_at_the_end_of_memory_at_that_step) {
  trace replay(bounds);
  hand_written log;
  log.line(0).grow(1, 3).line(1).grow(3, 65536).line(2);
  ASSERT_TRUE(replay.add({log.get(), {}}));
  std::uint8_t into[8]{1, 1, 1, 1, 1, 1, 1, 1};
  EXPECT_EQ(replay.read(65530, into), 6u);
  EXPECT_EQ(into[6], 1);
  EXPECT_EQ(replay.read(65536, into), 0u);
  replay.seek(1);
  EXPECT_EQ(replay.pages(), 3u);
  EXPECT_EQ(replay.read(65530, into), 8u);
  EXPECT_EQ(replay.read(3 * 65536 - 2, into), 2u);
  replay.seek(2);
  EXPECT_EQ(replay.read(~std::uint32_t{0} - 3, into), 4u);
}

TEST(trace, takes_a_store_at_the_very_end_of_four_gibibytes) {
  trace replay({.sites = 1, .functions = 1, .globals = 0, .pages = 65536, .maximum_pages = 65536});
  const std::uint32_t last = ~std::uint32_t{0} - 3;
  hand_written log;
  log.line(0).store4(last, 0x01020304).line(0);
  const hand_piece after((1 << 20) - 1, {{4095, 7}});
  ASSERT_TRUE(replay.add({log.get(), {{after.get()}}}));
  EXPECT_EQ(byte_at(replay, ~std::uint32_t{0}), 1);
  replay.seek(1);
  EXPECT_EQ(byte_at(replay, ~std::uint32_t{0}), 7);
  EXPECT_EQ(replay.previous_write(~std::uint32_t{0}, std::uint64_t{1} << 32, replay.size()), 1u);
}

TEST(trace, has_one_memory_for_a_step_even_where_something_wrote_unrecorded) {
  trace replay(bounds);
  hand_written first, second, third;
  first.line(0).store1(0, 0).line(1);
  second.line(2).store1(1, 0).line(3);
  third.line(4).store1(2, 0).line(5);
  const hand_piece one(0, {{0, 10}}), two(0, {{0, 10}, {1, 20}, {100, 99}}),
      three(0, {{0, 10}, {1, 20}, {2, 30}, {100, 99}}), elsewhere(7, {{0, 5}});
  ASSERT_TRUE(replay.add({first.get(), {{one.get()}}}));
  ASSERT_TRUE(replay.add({second.get(), {{two.get()}}}));
  ASSERT_TRUE(replay.add({third.get(), {{three.get(), elsewhere.get()}}}));
  EXPECT_EQ(replay.incomplete_sections(), 2u);
  const auto seen = [&](step_number step) {
    replay.seek(step);
    return std::vector{byte_at(replay, 0), byte_at(replay, 1), byte_at(replay, 2), byte_at(replay, 100),
                       byte_at(replay, 7 * piece_size)};
  };
  using bytes = std::vector<std::uint8_t>;
  const std::vector<bytes> expected{{0, 0, 0, 0, 0},      {10, 0, 0, 0, 0},      {10, 0, 0, 99, 0}, {10, 20, 0, 99, 0},
                                    {10, 20, 0, 99, 5}, {10, 20, 30, 99, 5}, {10, 20, 30, 99, 5}};
  for (const step_number step : {0u, 1u, 2u, 3u, 4u, 5u, 6u, 5u, 4u, 3u, 2u, 1u, 0u, 5u, 2u, 4u, 0u, 3u, 6u, 1u}) {
    EXPECT_EQ(seen(step), expected[step]) << step;
  }
}

TEST(trace, sees_a_piece_become_what_it_was_before) {
  trace replay(bounds);
  hand_written set, clear;
  set.line(0).store1(9, 0);
  clear.line(1).store1(9, 3);
  const hand_piece three(0, {{9, 3}}), zero(0);
  ASSERT_TRUE(replay.add({set.get(), {{three.get()}}}));
  ASSERT_TRUE(replay.add({clear.get(), {{zero.get()}}}));
  for (const auto& [step, expected] : {std::pair{1u, 3}, {2u, 0}, {0u, 0}, {1u, 3}}) {
    replay.seek(step);
    EXPECT_EQ(byte_at(replay, 9), expected) << step;
  }
  EXPECT_EQ(replay.incomplete_sections(), 0u);
}

TEST(trace, takes_pieces_that_come_without_records_or_twice) {
  trace replay(bounds);
  hand_written log;
  log.line(0);
  const hand_piece one(0, {{0, 1}}), two(0, {{0, 2}}), three(0, {{0, 3}});
  ASSERT_TRUE(replay.set_initial({{one.get(), two.get()}}));
  ASSERT_TRUE(replay.add({log.get(), {}}));
  ASSERT_TRUE(replay.add({{}, {{one.get(), three.get()}}}));
  replay.seek(1);
  EXPECT_EQ(byte_at(replay, 0), 3);
  replay.seek(0);
  EXPECT_EQ(byte_at(replay, 0), 2);
}

TEST(trace, ends_the_calls_above_one_that_ends_and_overlooks_an_end_without_a_call) {
  trace replay(bounds);
  hand_written log;
  log.exit(0).enter(0).enter(1).enter(2).line(0).exit(3).line(1).exit(1).line(2).unwind(5).line(3).unwind(0).line(4);
  ASSERT_TRUE(replay.add({log.get(), {}}));
  const auto stack_at = [&](step_number step) {
    replay.seek(step);
    const auto stack = replay.stack();
    return std::vector<std::uint32_t>(stack.begin(), stack.end());
  };
  using numbers = std::vector<std::uint32_t>;
  EXPECT_EQ(stack_at(0), (numbers{0, 1, 2}));
  EXPECT_EQ(stack_at(1), (numbers{0, 1, 2}));
  EXPECT_EQ(stack_at(2), (numbers{0}));
  EXPECT_EQ(stack_at(3), (numbers{0}));
  EXPECT_EQ(stack_at(4), (numbers{}));
  EXPECT_EQ(replay.call_numbered(2).left, replay.call_numbered(1).left);
  EXPECT_EQ(replay.call_numbered(2).caller, 1u);
  EXPECT_EQ(replay.depth_at(4), 0u);
}

TEST(trace, tells_locals_apart_by_call_even_in_recursion) {
  trace replay(bounds);
  const std::uint32_t set = record_header(record_kind::local, 3);
  hand_written log;
  log.enter(1).put({set, 10}).line(1).enter(1).put({set, 20}).line(2).exit(1).enter(1).line(3).exit(1).line(4);
  ASSERT_TRUE(replay.add({log.get(), {}}));
  replay.seek(1);
  EXPECT_EQ(replay.local(0, 3), 10u);
  EXPECT_EQ(replay.local(1, 3), 20u);
  EXPECT_EQ(replay.site_of(0), 1u);
  EXPECT_EQ(replay.local(0, 2), std::nullopt);
  replay.seek(2);
  EXPECT_EQ(replay.local(2, 3), std::nullopt);
  EXPECT_EQ(replay.local(1, 3), std::nullopt) << "that call is over";
  replay.seek(3);
  EXPECT_EQ(replay.local(0, 3), 10u);
  EXPECT_EQ(replay.site_of(0), 4u);
  EXPECT_EQ(replay.local(99, 3), std::nullopt);
}

TEST(trace, knows_the_records_that_made_and_released_each_block) {
  using enum allocator_call;
  using enum allocator_phase;
  trace replay(bounds);
  hand_written log;
  const auto allocate = [&](allocator_call call, std::uint32_t size, std::uint32_t at) {
    log.allocator(call, enter, {size, 0, 0}).line(0).allocator(call, leave, {at});
  };
  const log_position first = log.size();
  allocate(malloc_, 8, 0x100);
  const log_position moved = log.size();
  log.allocator(realloc_, enter, {0x100, 64, 0}).allocator(malloc_, enter, {64, 0, 0});
  log.allocator(malloc_, leave, {0x200}).allocator(realloc_, leave, {0x200});
  const log_position freed = log.size();
  log.allocator(free_, enter, {0x200, 0, 0}).allocator(free_, leave, {0});
  const log_position twice = log.size();
  log.allocator(free_, enter, {0x200, 0, 0}).allocator(free_, leave, {0});
  log.allocator(free_, enter, {0, 0, 0}).allocator(free_, leave, {0});
  log.allocator(new_, enter, {8, 0, 0}).unwind(1).allocator(malloc_, enter, {8, 0, 0});  // caught within
  log.allocator(malloc_, leave, {0x300}).unwind(0);                                       // and a trap
  const log_position last = log.size();
  allocate(malloc_, 16, 0x200);
  ASSERT_TRUE(replay.add({log.get(), {}}));
  const auto blocks = replay.blocks();
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_EQ(blocks[0].allocated, first);
  EXPECT_EQ(blocks[0].released, moved);
  EXPECT_EQ(blocks[0].what.live, 0u);
  EXPECT_EQ(blocks[1].allocated, moved);
  EXPECT_EQ(blocks[1].released, freed);
  EXPECT_EQ(blocks[1].what.size, 64u);
  EXPECT_EQ(blocks[2].allocated, last);
  EXPECT_EQ(blocks[2].released, ~log_position{0});
  ASSERT_EQ(replay.heap_findings().size(), 1u);
  EXPECT_EQ(replay.heap_findings()[0].what, heap_finding::kind::double_free);
  EXPECT_EQ(replay.heap_findings_at()[0], twice);
  replay.seek(0);
  EXPECT_EQ(replay.next(event_kind::release), 1u);
  EXPECT_EQ(replay.next(event_kind::allocation), 1u);
  EXPECT_FALSE(replay.previous(event_kind::allocation));
  replay.seek(2);
  EXPECT_EQ(replay.previous(event_kind::allocation), 1u);
}

TEST(trace, counts_values_of_more_than_32_bits_as_the_highest) {
  trace replay(bounds);
  const std::uint32_t narrow = record_header(record_kind::global, 1);
  const std::uint32_t wide = record_header(record_kind::global, 1 | 1U << index_bits);
  hand_written log;
  log.put({wide, 5, 1}).line(0).put({narrow, 100}).line(0).put({narrow, 200}).line(0);
  ASSERT_TRUE(replay.add({log.get(), {}}));
  EXPECT_EQ(replay.global(0), std::nullopt);
  EXPECT_EQ(replay.global(1), 5 | std::uint64_t{1} << 32);
  EXPECT_EQ(replay.lowest(1), ~std::uint32_t{0});
  replay.seek(2);
  EXPECT_EQ(replay.global(1), 200u);
  EXPECT_EQ(replay.lowest(1), 100u);
  EXPECT_EQ(replay.global(2), std::nullopt);
  EXPECT_EQ(replay.lowest(2), std::nullopt);
}

TEST(trace, knows_what_each_open_call_left_in_a_global) {
  trace replay(bounds);
  const std::uint32_t set = record_header(record_kind::global, 0);
  hand_written log;
  log.put({set, 900}).enter(0).line(0).enter(1).put({set, 800}).line(1).enter(2).put({set, 700}).line(2);
  ASSERT_TRUE(replay.add({log.get(), {}}));
  replay.seek(2);
  EXPECT_EQ(replay.global(0, 0), 900u) << "it has no frame of its own";
  EXPECT_EQ(replay.global(1, 0), 800u);
  EXPECT_EQ(replay.global(2, 0), 700u);
  EXPECT_EQ(replay.global(0, 1), std::nullopt);
  EXPECT_EQ(replay.global(0, 2), std::nullopt);
  replay.seek(1);
  EXPECT_EQ(replay.global(1, 0), 800u);
  EXPECT_EQ(replay.global(2, 0), std::nullopt) << "it has not begun";
}

}  // namespace
}  // namespace pagewise
