#include "replay/other_memories.h"

#include <gtest/gtest.h>

#include "hand_written_log.h"

namespace pagewise {
namespace {

constexpr trace_bounds bounds{.sites = 4, .functions = 2, .globals = 1, .pages = 1, .maximum_pages = 4};

hand_written& of_memory(hand_written& log, std::uint32_t memory) {
  return log.put({record_header(record_kind::note, static_cast<std::uint32_t>(note_kind::memory)), memory, 0});
}

/// A first memory and two others.
struct three_memories {
  three_memories() {
    others.open(bounds);
    others.open(bounds);
  }
  std::expected<void, bad_log> add(const hand_written& log, std::vector<memory_piece> pieces = {}) {
    log_section section{.words = log.get(), .pieces = pieces};
    if (const auto taken = others.take(section); !taken) return taken;
    return first.add(section);
  }
  std::uint8_t byte_at(std::uint32_t memory, step_number step, std::uint32_t address) {
    trace& log = memory == 0 ? first : others[memory];
    log.seek(step);
    std::uint8_t byte = 0;
    EXPECT_EQ(log.read(address, {&byte, 1}), 1u);
    return byte;
  }

  trace first{bounds};
  other_memories others;
};

TEST(other_memories, each_has_its_own_bytes_at_any_step) {
  three_memories made;
  const hand_piece used(pieces_of_memory * 2, {{8, 50}});
  const std::vector<memory_piece> initial = {used.get()};
  log_section before{.words = {}, .pieces = initial};
  ASSERT_TRUE(made.others.set_initial(before));
  EXPECT_TRUE(before.pieces.empty());
  hand_written log;
  log.enter(0).line(0).store1(8, 0).line(1);
  of_memory(log, 1).store1(8, 0).line(2);
  of_memory(log, 2).store1(8, 50).store1(9, 0).line(3);
  const hand_piece one(0, {{8, 1}, {9, 4}}), two(pieces_of_memory, {{8, 2}}), three(pieces_of_memory * 2, {{8, 3}});
  ASSERT_TRUE(made.add(log, {one.get(), two.get(), three.get()}));
  EXPECT_EQ(made.first.steps(), 4u);
  EXPECT_EQ(made.others[1].steps(), 4u);
  const std::uint8_t expected[3][4] = {{0, 1, 1, 1}, {0, 0, 2, 2}, {50, 50, 50, 3}};
  for (std::uint32_t memory = 0; memory < 3; ++memory) {
    for (step_number step = 0; step < 4; ++step) {
      EXPECT_EQ(made.byte_at(memory, step, 8), expected[memory][step]) << memory << " at " << step;
    }
  }
  EXPECT_EQ(made.byte_at(0, 3, 9), 4) << "only the next record is of another memory";
  EXPECT_EQ(made.byte_at(2, 3, 9), 0);
}

TEST(other_memories, which_memory_is_next_may_be_told_by_the_section_before) {
  three_memories made;
  hand_written first, second;
  first.line(0);
  of_memory(first, 2);
  second.grow(1, 3).line(1).grow(1, 2);
  ASSERT_TRUE(made.add(first));
  ASSERT_TRUE(made.add(second));
  made.others[2].seek(1);
  EXPECT_EQ(made.others[2].pages(), 3u);
  made.first.seek(2);
  EXPECT_EQ(made.first.pages(), 2u);
}

TEST(other_memories, refuses_what_no_recorder_wrote) {
  three_memories made;
  hand_written cut, beyond, outside;
  cut.line(0).put({record_header(record_kind::store4), 8});
  of_memory(beyond, 3);
  of_memory(outside, 1).store1(65536, 0);
  EXPECT_FALSE(made.add(cut));
  EXPECT_FALSE(made.add(beyond));
  EXPECT_FALSE(made.add(outside));
  const hand_piece far(pieces_of_memory * 3);
  EXPECT_FALSE(made.add({}, {far.get()}));
}

}  // namespace
}  // namespace pagewise
