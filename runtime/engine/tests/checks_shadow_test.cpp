#include <gtest/gtest.h>

#include <algorithm>

#include <random>

#include "checks/heap_shadow.h"

namespace pagewise {
namespace {

using enum byte_state;

TEST(shadow_memory, has_the_states_that_a_list_of_bytes_would_have) {
  constexpr std::uint32_t origin = (1U << 20) - 3000, size = 8192;
  shadow_memory shadow;
  std::vector<byte_state> expected(size);
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t most) { return static_cast<std::uint32_t>(random() % most); };
  for (int round = 0; round < 4000; ++round) {
    const std::uint32_t start = below(size), length = below(round % 3 == 0 ? size - start : std::min(size - start, 40U));
    const auto from = static_cast<byte_state>(below(5)), to = static_cast<byte_state>(below(5));
    const auto begin = expected.begin() + start;
    if (round % 2 == 0) {
      shadow.fill(origin + start, origin + start + length, to);
      std::fill_n(begin, length, to);
    } else {
      shadow.replace(origin + start, origin + start + length, from, to);
      std::replace(begin, begin + length, from, to);
    }
    if (round % 97 != 0) continue;
    byte_states seen = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
      ASSERT_EQ(shadow.at(origin + i), expected[i]) << round << " " << i;
      seen |= only(expected[i]);
    }
    ASSERT_EQ(shadow.in(origin, origin + size), seen);
  }
}

TEST(shadow_memory, takes_all_of_four_gibibytes_at_once) {
  constexpr std::uint64_t all = std::uint64_t{1} << 32;
  shadow_memory shadow;
  shadow.fill(0, all, unwritten);
  shadow.fill(~0U, all, freed);
  EXPECT_EQ(shadow.at(~0U - 1), unwritten);
  EXPECT_EQ(shadow.at(~0U), freed);
  shadow.write(5, 9);
  EXPECT_EQ(shadow.in(0, all), only(unwritten) | only(written) | only(freed));
  shadow.copy(0, 1U << 31, 1U << 30);
  EXPECT_EQ(shadow.at((1U << 31) + 5), written);
  EXPECT_EQ(shadow.at((1U << 31) + 9), unwritten);
}

TEST(shadow_memory, hands_on_what_was_never_written_but_not_into_freed_bytes) {
  shadow_memory shadow;
  shadow.fill(100, 104, unwritten);
  shadow.write(101, 102);
  shadow.fill(202, 203, freed);
  shadow.hand_on(100, 200, 4);
  EXPECT_EQ(shadow.at(200), unwritten);
  EXPECT_EQ(shadow.at(201), untold);
  EXPECT_EQ(shadow.at(202), freed);
  EXPECT_EQ(shadow.at(203), unwritten);
  shadow.hand_on(300, 200, 4);
  EXPECT_EQ(shadow.at(203), written);
}

TEST(heap_shadow, knows_the_last_block_of_bytes_that_were_freed_and_given_away_in_part) {
  shadow_memory shadow;
  heap_shadow heap(shadow, 0x1000);
  heap.allocate(0, 0x2000, 400, written, true);
  heap.release(0x2000);
  heap.allocate(1, 0x2000, 16, unwritten, true);
  EXPECT_EQ(heap.holder_of(0x2008)->block, 1u);
  EXPECT_EQ(heap.neighbour_of(0x2014)->block, 1u) << "just past it";
  EXPECT_EQ(shadow.at(0x2014), gap);
  EXPECT_EQ(heap.holder_of(0x2080)->block, 0u);
  EXPECT_EQ(shadow.at(0x2080), freed);
  EXPECT_FALSE(heap.holder_of(0x2190));
}

TEST(heap_shadow, has_gaps_beside_blocks_but_none_below_the_heap) {
  shadow_memory shadow;
  heap_shadow heap(shadow, 0x1ffc);
  heap.allocate(0, 0x2000, 10, unwritten, true);
  EXPECT_EQ(shadow.at(0x1ffc), gap);
  EXPECT_EQ(shadow.at(0x1ffb), untold);
  EXPECT_EQ(shadow.at(0x200a), gap);
  heap.allocate(1, 0x3000, 10, unwritten, false);
  EXPECT_EQ(shadow.at(0x300a), untold);
}

TEST(heap_shadow, keeps_what_was_written_when_a_block_grows_in_place_or_moves) {
  shadow_memory shadow;
  heap_shadow heap(shadow, 0);
  heap.allocate(0, 0x2000, 8, unwritten, true);
  shadow.write(0x2000, 0x2004);
  heap.reallocate(0x2000, 1, 0x2000, 64, true);
  EXPECT_EQ(shadow.at(0x2003), written);
  EXPECT_EQ(shadow.in(0x2004, 0x2040), only(unwritten));
  heap.reallocate(0x2000, 2, 0x5000, 6, true);
  EXPECT_EQ(shadow.at(0x5003), written);
  EXPECT_EQ(shadow.at(0x5005), unwritten);
  EXPECT_EQ(shadow.in(0x2000, 0x2040), only(freed));
  EXPECT_EQ(heap.holder_of(0x2010)->block, 1u);
  EXPECT_FALSE(heap.holder_of(0x2010)->is_live);
}

}  // namespace
}  // namespace pagewise
