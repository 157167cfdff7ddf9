// What a window of a long run tells, of logs written by hand.

#include "explain/survey.h"

#include <gtest/gtest.h>

#include "hand_written_log.h"

namespace pagewise {
namespace {

using enum allocator_call;
using enum allocator_phase;

constexpr std::uint32_t heap = 0x4000, data = 0x400;

/// A run of which only the second log was recorded. Function 3 is `main`; sites 0 to 9 are lines.
class window {
public:
  window(const hand_written& before, const hand_written& recorded) {
    program_.functions.resize(4);
    program_.function_names = {"own", "library", "other", "main"};
    program_.bodies.resize(4);
    sites_.resize(10);
    EXPECT_TRUE(log_.add({before.get(), {}}));
    run_.emplace(program_, lines_, sites_, log_);
    run_->set_regions({.stack_low = 0x2000, .stack_high = 0x3000, .data_start = data, .data_end = 0x1000});
    run_->begin_inside(false);
    EXPECT_TRUE(log_.add({recorded.get(), {}}));
  }

  [[nodiscard]] std::string survey(std::uint32_t phase, std::uint32_t part_steps, step_number until) const {
    return survey_json(*run_, phase, part_steps, until);
  }

private:
  module program_;
  line_table lines_;
  std::vector<line_site> sites_;
  trace log_{{.sites = 10, .functions = 4, .globals = 1, .pages = 1, .maximum_pages = 4}};
  std::optional<recorded_run> run_;
};

hand_written& allocate(hand_written& log, std::uint32_t address) {
  return log.allocator(malloc_, enter, {8, 1, 0}).store4(data + 4, 0).allocator(malloc_, leave, {address});
}
hand_written& release(hand_written& log, std::uint32_t address) {
  return log.allocator(free_, enter, {address, 0, 0}).allocator(free_, leave, {0});
}

TEST(survey, tells_what_happened_in_a_window_by_parts_of_its_steps) {
  hand_written before, recorded;
  allocate(before.enter(3).line(0), heap);
  allocate(recorded.line(1).enter(0).line(2), heap + 32);
  release(recorded, heap).grow(1, 2).put({record_header(record_kind::note, 0), 0, 5}).exit(0);
  release(recorded.line(3), heap + 32);
  EXPECT_EQ(window(before, recorded).survey(1, 2, 3),
            R"({"events":{"call":[0,1],"return":[0,1],"allocation":[0,1],"release":[0,1],"growth":[0,1],)"
            R"("output":[0,1],"view":[0,0],"finding":[0,0]},"depths":[1,2],)"
            R"("blocks":[[1,null,[2,2]],[2,[2,2],[3,3]]],"lines":[1],"allocatorWords":[1028],"main":[3,1,0]})");
}

TEST(survey, leaves_out_what_comes_from_its_end_on) {
  hand_written recorded;
  recorded.enter(3).line(4).enter(0).line(5).exit(0).line(6).enter(0).exit(0);
  const window made({}, recorded);
  EXPECT_TRUE(made.survey(0, 1, 1).starts_with(R"({"events":{"call":[1,1],"return":[0,0])")) << made.survey(0, 1, 1);
  EXPECT_NE(made.survey(0, 1, 1).find(R"("lines":[0])"), std::string::npos) << made.survey(0, 1, 1);
  EXPECT_NE(made.survey(0, 1, 2).find(R"("lines":[0])"), std::string::npos) << made.survey(0, 1, 2);
  EXPECT_NE(made.survey(0, 1, 9).find(R"("lines":[2])"), std::string::npos) << made.survey(0, 1, 9);
}

TEST(survey, blames_no_line_where_none_is_open) {
  hand_written recorded;
  allocate(recorded.enter(3).line(4).unwind(0), heap);
  EXPECT_NE(window({}, recorded).survey(0, 0, 9).find(R"("blocks":[[1,[0,null],null]],"lines":[])"), std::string::npos);
}

TEST(survey, takes_the_line_of_the_caller_for_a_function_without_lines) {
  hand_written recorded;
  allocate(recorded.enter(3).line(4).enter(1), heap).exit(1).exit(3);
  const std::string told = window({}, recorded).survey(0, 1, 9);
  EXPECT_NE(told.find(R"("blocks":[[1,[0,4],null]])"), std::string::npos) << told;
  EXPECT_NE(told.find(R"("main":[3,1,0])"), std::string::npos) << told;
}

}  // namespace
}  // namespace pagewise
