// What a program copied: of logs written by hand, and of logs that no recorder wrote.

#include "explain/copies.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "hand_written_log.h"
#include "made_up_run.h"

namespace pagewise {
namespace {

constexpr std::uint32_t own = 0, memcpy_ = 1, helper = 2, data = 0x400;

/// A run of a program whose functions are its own one, `memcpy`, and what that calls.
class copying_run {
public:
  explicit copying_run(trace log) : log_(std::move(log)) {
    program_.functions.resize(made_up_run::functions);
    program_.function_names = {"own", "memcpy", "helper"};
    program_.bodies.resize(made_up_run::functions);
    sites_.resize(made_up_run::sites);
    run_.emplace(program_, lines_, sites_, log_);
  }
  explicit copying_run(const hand_written& recorded) : copying_run(taken(recorded)) {}

  [[nodiscard]] std::string told(step_number from, step_number to) const { return copies_json(*run_, from, to); }
  /// The totals, and step, bytes and copies of each step that is told.
  [[nodiscard]] std::string in_short(step_number from, step_number to) const {
    std::string rest = told(from, to), found = number_after(rest, R"("bytes":)");
    found += "/" + number_after(rest, R"("copies":)");
    while (rest.contains(R"("step":)")) {
      found += " " + number_after(rest, R"("step":)");
      found += ":" + number_after(rest, R"("bytes":)");
      found += "/" + number_after(rest, R"("copies":)");
    }
    return found;
  }

private:
  static trace taken(const hand_written& recorded) {
    trace log({.sites = made_up_run::sites, .functions = made_up_run::functions, .globals = 1, .pages = 1, .maximum_pages = 4});
    EXPECT_TRUE(log.add({recorded.get(), {}}));
    return log;
  }
  static std::string number_after(std::string& text, std::string_view key) {
    text.erase(0, text.find(key) + key.size());
    return text.substr(0, text.find_first_not_of("0123456789"));
  }

  module program_;
  line_table lines_;
  std::vector<line_site> sites_;
  trace log_;
  std::optional<recorded_run> run_;
};

/// A range of bytes that were 0 is overwritten.
hand_written& overwrite(hand_written& log, range_cause cause, std::uint32_t length) {
  log.put({record_header(record_kind::range, static_cast<std::uint32_t>(cause)), data, length, 0});
  for (std::uint32_t i = 0; i < padded_words(length); ++i) log.put({0});
  return log;
}
hand_written& copy(hand_written& log, std::uint32_t length) { return overwrite(log, range_cause::copy, length); }

TEST(copies, adds_up_bulk_copies_by_steps_and_leaves_out_other_writes) {
  hand_written log;
  log.enter(own).line(0);
  copy(copy(log, 8), 5).line(1);
  overwrite(overwrite(log, range_cause::fill, 100), range_cause::script, 50).store4(data, 0).line(2);
  copy(log, 0).line(3);
  copy(log, 24);
  EXPECT_EQ(copying_run(log).told(0, 4),
            R"({"bytes":37,"copies":3,"steps":[)"
            R"({"at":{"step":0,"place":null,"function":"own","note":null},"bytes":13,"copies":2},)"
            R"({"at":{"step":3,"place":null,"function":"own","note":null},"bytes":24,"copies":1}]})");
}

TEST(copies, takes_a_call_of_memcpy_for_one_copy_of_all_that_it_wrote) {
  hand_written log;
  log.enter(own).line(0).enter(memcpy_).store1(data, 0).enter(helper).store4(data + 4, 0);
  copy(log.enter(memcpy_).exit(memcpy_), 16).exit(helper).store4(data, 0).exit(memcpy_).store4(data, 0);
  log.line(1).enter(memcpy_).exit(memcpy_).line(2).enter(helper).store4(data, 0).exit(helper);
  EXPECT_EQ(copying_run(log).in_short(0, 3), "25/1 0:25/1");
}

TEST(copies, forgets_a_copy_that_ended_without_a_word) {
  hand_written by_exception, by_step, by_end;
  copy(by_exception.enter(own).line(0).enter(memcpy_).store4(data, 0).unwind(1), 7);
  EXPECT_EQ(copying_run(by_exception).in_short(0, 1), "7/1 0:7/1");
  copy(by_step.enter(own).line(0).enter(memcpy_).store4(data, 0).line(1), 9);
  EXPECT_EQ(copying_run(by_step).in_short(0, 2), "9/1 1:9/1");
  by_end.enter(own).line(0).enter(memcpy_).store4(data, 0);
  EXPECT_EQ(copying_run(by_end).in_short(0, 1), "0/0");
}

TEST(copies, tells_of_the_steps_asked_for_alone) {
  hand_written log;
  copy(log.enter(own), 3);  // before the first step
  for (std::uint32_t step = 0; step < 5; ++step) copy(log.line(step), 10 + step);
  const copying_run run(log);
  EXPECT_EQ(run.in_short(0, 5), "60/5 0:10/1 1:11/1 2:12/1 3:13/1 4:14/1");
  EXPECT_EQ(run.in_short(1, 3), "23/2 1:11/1 2:12/1");
  EXPECT_EQ(run.in_short(3, ~step_number{0}), "27/2 3:13/1 4:14/1");
  for (const step_number from : {step_number{3}, step_number{5}, ~step_number{0}})
    EXPECT_EQ(run.in_short(from, 3), "0/0") << from;
}

TEST(copies, tells_of_eight_steps_at_most_the_largest_in_their_order) {
  hand_written log;
  log.enter(own);
  for (std::uint32_t step = 0; step < 10; ++step) copy(log.line(0), step == 2 || step == 7 ? 1 : 20 - step);
  EXPECT_EQ(copying_run(log).in_short(0, 10), "126/10 0:20/1 1:19/1 3:17/1 4:16/1 5:15/1 6:14/1 8:12/1 9:11/1");
}

TEST(copies, of_a_range_are_the_sum_of_those_of_its_steps) {
  std::uint64_t bytes_of_all = 0;
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    made_up_run made(seed);
    made.run(1000, 500, 100'000);
    const copying_run run(made.replayed());
    const auto bytes = [&](step_number from, step_number to) {
      return std::stoull(run.told(from, to).substr(std::string_view(R"({"bytes":)").size()));
    };
    const auto last = static_cast<step_number>(made.steps.size());
    std::uint64_t of_steps = 0;
    for (step_number step = 0; step < last; ++step) of_steps += bytes(step, step + 1);
    EXPECT_EQ(bytes(0, last), of_steps) << seed;
    bytes_of_all += of_steps;
  }
  EXPECT_GT(bytes_of_all, 0U);
}

TEST(copies, survives_random_words) {
  made_up_run dice(1);
  std::uint32_t taken = 0;
  for (int round = 0; round < 3000; ++round) {
    trace log(dice.bounds());
    std::vector<std::uint32_t> words(1 + dice.below(12));
    for (std::uint32_t& each : words) each = dice.below(3) == 0 ? ~dice.below(3) : dice.below(0x2000);
    if (!log.add({words, {}})) continue;
    ++taken;
    const copying_run run(std::move(log));
    EXPECT_TRUE(run.told(dice.below(3), dice.below(20)).starts_with(R"({"bytes":)"));
  }
  EXPECT_GT(taken, 20U);
}

}  // namespace
}  // namespace pagewise
