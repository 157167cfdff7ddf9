// Findings of logs written by hand, and of logs that no program wrote.

#include <gtest/gtest.h>

#include <random>

#include "checks/find_mistakes.h"
#include "hand_written_log.h"

namespace pagewise {
namespace {

using enum allocator_call;
using enum allocator_phase;

/// Function 0 is the learner's, with a site for each of ten lines; 1 is a library's; 2 copies; 3 is the learner's main.
class checked_log {
public:
  checked_log() {
    program_.functions.resize(5);
    program_.function_names = {"own", "library", "memcpy", "main", "printf_core"};
    program_.globals.resize(1);
    program_.stack_pointer = 0;
    for (std::uint32_t i = 0; i < 10; ++i) sites_.push_back({.function = i < 9 ? 0U : 3U, .address = i, .file = 0, .line = i + 1, .column = 1});
  }

  hand_written log;

  checked_log& allocate(allocator_call call, std::uint32_t size, std::uint32_t address) {
    log.allocator(call, enter, {size, 1, 0}).allocator(call, leave, {address});
    return *this;
  }
  checked_log& release(std::uint32_t address) {
    log.allocator(free_, enter, {address, 0, 0}).allocator(free_, leave, {0});
    return *this;
  }
  checked_log& load(std::uint32_t address, std::uint32_t size) {
    log.put({record_header(record_kind::load, size), address});
    return *this;
  }

  [[nodiscard]] std::vector<finding> find(bool is_optimised = false) const {
    trace recorded({.sites = 10, .functions = 5, .globals = 1, .pages = 1, .maximum_pages = 1});
    const auto added = recorded.add({log.get(), {}});
    EXPECT_TRUE(added) << (added ? "" : added.error().reason);
    const memory_regions regions{.stack_low = 0x2000, .stack_high = 0x3000, .data_start = 0x400, .data_end = 0x1000};
    return find_mistakes(recorded, {.what = program_, .sites = sites_, .regions = regions, .is_optimised = is_optimised});
  }

private:
  module program_;
  std::vector<line_site> sites_;
};

constexpr std::uint32_t heap = 0x4000, stack = 0x2800;

TEST(checks, blame_the_line_that_called_a_library_and_overlook_what_libraries_do_alone) {
  checked_log made;
  made.log.enter(1).store4(heap, 0).exit(1).enter(0).line(1);
  made.allocate(malloc_, 8, heap);
  made.log.line(2);
  made.release(heap);
  made.log.line(3).enter(1).store4(heap + 4, 0).exit(1).exit(0).enter(1).store4(heap, 0).exit(1);
  const auto found = made.find();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, finding_kind::use_after_free);
  EXPECT_EQ(found[0].block, 0u);
  EXPECT_EQ(made.log.get()[found[0].guilty], record_header(record_kind::line, 3));
  EXPECT_EQ(made.log.get()[found[0].cause], record_header(record_kind::line, 2));
}

TEST(checks, let_the_allocator_write_where_it_likes) {
  checked_log made;
  made.log.enter(0).line(1);
  made.allocate(malloc_, 8, heap);
  made.log.allocator(free_, enter, {heap, 0, 0}).enter(1).store4(heap - 4, 0).store4(heap, 0).exit(1);
  made.log.allocator(free_, leave, {0});
  EXPECT_TRUE(made.find().empty());
}

TEST(checks, take_a_copy_of_unwritten_bytes_for_no_use_and_find_the_use_of_the_copy) {
  checked_log made;
  made.log.enter(0).line(1);
  made.allocate(malloc_, 8, heap);
  made.load(heap, 4);
  made.log.store4(stack, 0).line(2);
  EXPECT_TRUE(made.find().empty());
  made.load(stack, 4);
  made.log.line(3);
  const auto found = made.find();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, finding_kind::uninitialised_read);
  EXPECT_EQ(found[0].address, stack);
  EXPECT_EQ(found[0].block, 0u) << "where the bytes come from";
  EXPECT_EQ(made.log.get()[found[0].guilty], record_header(record_kind::line, 2));
}

TEST(checks, tell_a_sum_from_a_copy_although_it_has_the_same_value) {
  checked_log made;
  made.log.enter(0).line(1);
  made.allocate(malloc_, 8, heap);
  made.load(heap, 4).load(stack, 4);
  made.log.store4(stack, 0).line(2);
  EXPECT_EQ(made.find().size(), 1u);
}

TEST(checks, take_what_was_loaded_first_as_copied_first) {
  checked_log made;
  made.log.enter(0).line(1);
  made.allocate(malloc_, 8, heap);
  made.log.store4(heap, 0).line(2);
  made.load(heap, 4).load(heap + 4, 4);
  made.log.store4(stack, 0).store4(stack + 4, 0).line(3);
  made.load(stack, 4);
  made.log.line(4);
  EXPECT_TRUE(made.find().empty()) << "the first word was written";
}

TEST(checks, overlook_that_libraries_read_whole_words_but_not_that_they_print) {
  checked_log made;
  made.log.enter(0).line(1);
  made.allocate(malloc_, 5, heap).allocate(calloc_, 4, heap + 0x100);
  made.log.enter(1);
  made.load(heap, 4).load(heap + 4, 4).load(heap + 0x100, 4);
  made.log.exit(1);
  EXPECT_TRUE(made.find().empty());
  made.load(heap, 4);
  made.log.store4(stack, 0).enter(4);
  made.load(stack, 4);
  const auto found = made.find();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, finding_kind::uninitialised_read);
}

TEST(checks, know_a_leak_by_the_pointers_that_are_left) {
  checked_log made;
  made.allocate(malloc_, 8, heap);
  made.log.enter(3).line(9);
  made.allocate(malloc_, 8, heap + 0x40).allocate(malloc_, 8, heap + 0x80);
  EXPECT_TRUE(made.find().empty()) << "main goes on";
  made.log.exit(3);
  const auto found = made.find();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, finding_kind::leak);
  EXPECT_EQ(found[0].times, 2u);
  EXPECT_EQ(found[0].size, 16u);
}

TEST(checks, end_where_the_stack_runs_over_the_data) {
  checked_log made;
  made.log.enter(0).line(1).put({record_header(record_kind::global, 0), 0x2010}).store4(0x10, 0);
  made.log.line(2).put({record_header(record_kind::global, 0), 0x1ff0}).line(3).store4(0x10, 0);
  const auto found = made.find();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].kind, finding_kind::null_page);
  EXPECT_EQ(found[0].times, 1u);
  EXPECT_EQ(found[1].kind, finding_kind::stack_overflow);
  EXPECT_EQ(found[1].size, 0x10u);
}

TEST(checks, tell_which_line_lost_the_last_pointer_to_a_leak) {
  constexpr std::uint32_t first = 0x2f10, second = 0x2f20;
  const auto stack_pointer = [](checked_log& made, std::uint32_t value) {
    made.log.put({record_header(record_kind::global, 0), value});
  };
  for (const bool is_copied : {false, true}) {
    checked_log made;
    made.log.enter(3);
    stack_pointer(made, 0x2f00);
    made.log.line(9);
    made.allocate(malloc_, 8, heap);
    made.log.store4(first, 0).line(1);
    if (is_copied) for (std::uint32_t byte = 0; byte < 4; ++byte) made.log.store1(second + byte, 0);
    made.log.line(2).store4(first, heap).line(3);
    stack_pointer(made, 0x3000);
    if (is_copied) made.log.store4(second, heap);  // tells what was there
    made.log.exit(3);
    const auto found = made.find();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, finding_kind::leak);
    EXPECT_EQ(made.log.get()[found[0].guilty], record_header(record_kind::line, 9));
    EXPECT_EQ(made.log.get()[found[0].cause], record_header(record_kind::line, is_copied ? 3 : 2));
    EXPECT_EQ(found[0].loss, is_copied ? pointer_loss::frame_ended : pointer_loss::overwritten);
    const auto optimised = made.find(true);
    ASSERT_EQ(optimised.size(), 1u);
    EXPECT_EQ(optimised[0].cause, finding::nowhere) << "it may have kept the pointer in a Wasm local";
  }
}

TEST(checks, take_any_log_that_a_trace_takes) {
  std::mt19937 generator(11);
  const auto random = [&] { return static_cast<std::uint32_t>(generator()); };
  const auto below = [&](std::uint32_t most) { return random() % most; };
  for (int round = 0; round < 300; ++round) {
    checked_log made;
    for (int i = 0; i < 200; ++i) {
      const std::uint32_t address = heap + below(64) * 4;
      switch (below(11)) {
        case 0: made.log.enter(below(5)); break;
        case 1: made.log.exit(below(5)); break;
        case 2: made.log.line(below(10)); break;
        case 3: made.log.store4(address, 0); break;
        case 4: made.log.store1(below(0xffff), 0); break;
        case 5: made.load(below(2) ? address : random(), below(2) ? 4 : random() >> 4); break;
        case 6: made.allocate(static_cast<allocator_call>(below(8)), below(2) ? below(80) : random(), below(2) ? address : random()); break;
        case 7: made.release(address); break;
        case 8: made.log.allocator(static_cast<allocator_call>(below(11)), static_cast<allocator_phase>(0), {address, below(300), random()}); break;
        case 9: made.log.put({record_header(record_kind::range, 2), address, 8, random(), 0, 0}); break;
        default: made.log.unwind(below(4)); break;
      }
    }
    static_cast<void>(made.find(round % 2 == 0));
  }
}

}  // namespace
}  // namespace pagewise
