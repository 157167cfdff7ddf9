#include "heap/block_table.h"

#include <gtest/gtest.h>

#include <vector>

namespace pagewise {
namespace {

using enum allocator_call;

void allocate(block_table& table, allocator_call call, std::uint32_t size, std::uint32_t address) {
  table.enter(call, size, 0, 0);
  table.leave(call, address);
}
void release(block_table& table, allocator_call call, std::uint32_t address) {
  table.enter(call, address, 0, 0);
  table.leave(call, 0);
}

TEST(block_table, counts_operator_new_once_although_it_calls_malloc) {
  block_table table;
  table.enter(new_, 24, 0, 0);
  table.enter(malloc_, 24, 0, 0);
  table.leave(malloc_, 0x500);
  table.leave(new_, 0x500);
  ASSERT_EQ(table.blocks().size(), 1u);
  EXPECT_EQ(table.blocks()[0].by, new_);
  EXPECT_EQ(table.blocks()[0].size, 24u);
}

TEST(block_table, knows_what_is_live) {
  block_table table;
  allocate(table, malloc_, 8, 0x100);
  allocate(table, malloc_, 8, 0x120);
  release(table, free_, 0x100);
  EXPECT_EQ(table.blocks()[0].live, 0u);
  EXPECT_EQ(table.blocks()[1].live, 1u);
}

TEST(block_table, gives_a_reused_address_a_block_of_its_own) {
  block_table table;
  allocate(table, malloc_, 8, 0x100);
  release(table, free_, 0x100);
  allocate(table, malloc_, 6, 0x100);
  ASSERT_EQ(table.blocks().size(), 2u);
  EXPECT_EQ(table.blocks()[0].live, 0u);
  EXPECT_EQ(table.blocks()[1].live, 1u);
  EXPECT_TRUE(table.findings().empty());
}

TEST(block_table, ends_all_blocks_that_a_broken_heap_put_at_one_address_and_no_pool_with_its_first_block) {
  block_table table;
  allocate(table, malloc_, 40, 0x100);
  allocate(table, malloc_, 40, 0x100);
  allocate(table, new_, 8, 0x100);
  release(table, delete_, 0x100);
  EXPECT_EQ(table.totals().live_blocks, 2);
  allocate(table, malloc_, 40, 0x200);
  allocate(table, malloc_, 40, 0x200);
  allocate(table, malloc_, 40, 0x200);
  table.enter(free_, 0x200, 0, 0);
  EXPECT_EQ(std::vector(table.ended().begin(), table.ended().end()), (std::vector{5u, 4u, 3u}));
  table.leave(free_, 0);
  EXPECT_EQ(table.totals().live_blocks, 2);
  EXPECT_TRUE(table.findings().empty());
  release(table, free_, 0x200);
  EXPECT_EQ(table.findings().size(), 1u);
}

TEST(block_table, moves_a_block_that_is_reallocated) {
  block_table table;
  allocate(table, malloc_, 8, 0x100);
  table.enter(realloc_, 0x100, 64, 0);
  table.leave(realloc_, 0x200);
  ASSERT_EQ(table.blocks().size(), 2u);
  EXPECT_EQ(table.blocks()[0].live, 0u);
  EXPECT_EQ(table.blocks()[1].size, 64u);
}

TEST(block_table, keeps_a_block_whose_reallocation_failed) {
  block_table table;
  allocate(table, malloc_, 8, 0x100);
  table.enter(realloc_, 0x100, 0x7fffffff, 0);
  table.leave(realloc_, 0);
  EXPECT_EQ(table.blocks()[0].live, 1u);
}

TEST(block_table, finds_a_double_free_an_invalid_free_and_a_mismatch) {
  block_table table;
  allocate(table, malloc_, 8, 0x100);
  release(table, free_, 0x100);
  release(table, free_, 0x100);
  release(table, free_, 0x104);
  allocate(table, new_array, 8, 0x140);
  release(table, delete_, 0x140);
  ASSERT_EQ(table.findings().size(), 3u);
  EXPECT_EQ(table.findings()[0].what, heap_finding::kind::double_free);
  EXPECT_EQ(table.findings()[0].block, 0u);
  EXPECT_EQ(table.findings()[1].what, heap_finding::kind::invalid_free);
  EXPECT_EQ(table.findings()[2].what, heap_finding::kind::mismatched_free);
}

TEST(block_table, lists_live_blocks_before_freed_ones_and_newer_before_older_and_counts_all) {
  block_table table;
  for (std::uint32_t i = 0; i < 10; ++i) allocate(table, malloc_, 8, 0x100 + 16 * i);
  for (const std::uint32_t i : {1u, 3u, 5u, 7u, 9u}) release(table, free_, 0x100 + 16 * i);
  const auto ordinals = [&](std::size_t most) {
    std::vector<std::uint32_t> list;
    for (const reported_block& each : table.newest(most)) list.push_back(each.ordinal);
    return list;
  };
  EXPECT_EQ(ordinals(3), (std::vector<std::uint32_t>{4, 6, 8}));
  EXPECT_EQ(ordinals(7), (std::vector<std::uint32_t>{0, 2, 4, 6, 7, 8, 9}));
  EXPECT_EQ(ordinals(20).size(), 10u);
  EXPECT_EQ(table.totals().live_blocks, 5);
  EXPECT_EQ(table.totals().freed_bytes, 40);
}

TEST(block_table, lets_a_null_pointer_be_freed) {
  block_table table;
  release(table, free_, 0);
  EXPECT_TRUE(table.findings().empty());
}

TEST(block_table, goes_on_after_an_allocator_was_left_by_an_exception_or_a_trap) {
  block_table table;
  table.enter(new_, 24, 0, 0);
  table.abandon();
  allocate(table, malloc_, 8, 0x100);
  table.enter(malloc_, 8, 0, 0);
  table.reset_depth();
  allocate(table, malloc_, 8, 0x120);
  EXPECT_EQ(table.blocks().size(), 2u);
}

TEST(block_table, has_the_exception_that_an_operator_threw) {
  block_table table;
  table.enter(new_, 0xffffffff, 0, 0);
  table.enter(malloc_, 0xffffffff, 0, 0);
  table.leave(malloc_, 0);
  table.enter(aligned_alloc_, 16, 96, 0);
  table.enter(malloc_, 128, 0, 0);
  table.leave(malloc_, 0x6f0);
  table.leave(aligned_alloc_, 0x700);
  table.enter(malloc_, 8, 0, 0);
  table.leave(malloc_, 0x800);
  table.enter(free_, 0x800, 0, 0);
  table.leave(free_, 0);
  table.abandon();
  ASSERT_EQ(table.blocks().size(), 1u);
  EXPECT_EQ(table.blocks()[0].address, 0x700u);
  EXPECT_EQ(table.blocks()[0].size, 96u);
  release(table, free_, 0x700);
  EXPECT_TRUE(table.findings().empty());
}

void announce(block_table& table, std::uint32_t address, std::uint32_t size) {
  table.enter(announced, address, size, 0);
  table.leave(announced, address);
}

TEST(block_table, knows_what_an_announced_block_was_taken_from_and_counts_its_bytes_once) {
  block_table table;
  allocate(table, malloc_, 100, 0x100);
  announce(table, 0x100, 40);
  announce(table, 0x108, 8);
  announce(table, 0x118, 8);
  announce(table, 0x128, 8);
  announce(table, 0x900, 8);
  const auto within = [&](std::size_t block) { return table.blocks()[block].within; };
  EXPECT_EQ(within(1), 1u);
  EXPECT_EQ(within(2), 2u) << "the innermost block around it";
  EXPECT_EQ(within(3), 2u);
  EXPECT_EQ(within(4), 1u);
  EXPECT_EQ(within(5), 0u) << "in no block";
  EXPECT_EQ(table.totals().live_blocks, 6);
  EXPECT_EQ(table.totals().live_bytes, 108);
}

TEST(block_table, ends_announced_blocks_alone_all_at_once_and_with_the_block_around_them) {
  block_table table;
  allocate(table, malloc_, 100, 0x100);
  for (const std::uint32_t at : {0x100u, 0x110u, 0x120u, 0x130u}) announce(table, at, 16);
  release(table, announced_release, 0x100);
  EXPECT_EQ(table.blocks()[0].live, 1u) << "the block around it begins there, too";
  EXPECT_EQ(table.blocks()[1].live, 0u);
  table.enter(announced_release_all, 0x110, 32, 0);
  EXPECT_EQ(table.ended().size(), 2u);
  table.leave(announced_release_all, 0);
  EXPECT_EQ(table.blocks()[4].live, 1u);
  release(table, free_, 0x100);
  EXPECT_EQ(table.totals().live_blocks, 0);
  EXPECT_EQ(table.totals().freed_bytes, 100);
  EXPECT_TRUE(table.findings().empty());
}

TEST(block_table, keeps_announced_blocks_when_the_one_around_them_grows_where_it_is) {
  block_table table;
  allocate(table, malloc_, 100, 0x100);
  announce(table, 0x110, 16);
  table.enter(realloc_, 0x100, 200, 0);
  table.leave(realloc_, 0x100);
  EXPECT_EQ(table.blocks()[1].live, 1u);
  table.enter(realloc_, 0x100, 400, 0);
  table.leave(realloc_, 0x900);
  EXPECT_EQ(table.blocks()[1].live, 0u);
}

TEST(block_table, finds_what_is_wrong_with_announced_releases) {
  block_table table;
  allocate(table, malloc_, 100, 0x100);
  announce(table, 0x110, 16);
  release(table, announced_release, 0x110);
  release(table, announced_release, 0x110);
  release(table, announced_release, 0x118);
  announce(table, 0x120, 16);
  release(table, free_, 0x120);
  release(table, announced_release, 0x100);
  std::vector<heap_finding::kind> kinds;
  for (const heap_finding& each : table.findings()) kinds.push_back(each.what);
  using enum heap_finding::kind;
  EXPECT_EQ(kinds, (std::vector{double_free, invalid_free, mismatched_free, mismatched_free}));
}

TEST(block_table, takes_an_operator_new_that_announces_its_block_for_one_allocation) {
  block_table table;
  for (const allocator_call release_by : {delete_, announced_release}) {
    table.enter(new_, 24, 0, 0);
    announce(table, 0x500, 24);
    table.leave(new_, 0x500);
    release(table, release_by, 0x500);
  }
  ASSERT_EQ(table.blocks().size(), 2u);
  EXPECT_EQ(table.blocks()[1].by, new_);
  EXPECT_EQ(table.totals().live_blocks, 0);
  EXPECT_TRUE(table.findings().empty());
}

}  // namespace
}  // namespace pagewise
