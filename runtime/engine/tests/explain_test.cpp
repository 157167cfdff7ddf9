// What is told of a moment of a run and of the run as a whole, of a log written by hand.

#include <gtest/gtest.h>

#include <optional>

#include "explain/destinations.h"
#include "explain/heap_peak.h"
#include "explain/moment.h"
#include "explain/overview.h"
#include "hand_written_log.h"

namespace pagewise {
namespace {

using enum allocator_call;
using enum allocator_phase;

constexpr std::uint32_t data = 0x400, heap = 0x4000;

/// A run of `main` (function 1) and `own` (0), of which site n is line n + 1, and `library` (2), which has no lines.
class explained {
public:
  explicit explained(const hand_written& log, std::initializer_list<std::pair<std::uint32_t, std::uint8_t>> at_end = {}) {
    program_.functions.resize(3);
    program_.function_names = {"own", "main", "library"};
    program_.bodies.resize(3);
    program_.globals.resize(1);
    program_.stack_pointer = 0;
    lines_.files = {"/program/main.cpp"};
    for (std::uint32_t i = 0; i < 10; ++i)
      sites_.push_back({.function = i < 5 ? 1U : 0U, .address = i, .file = 0, .line = i + 1, .column = 3});
    const hand_piece piece(0, at_end);
    const auto added = log_.add({log.get(), {{piece.get()}}});
    EXPECT_TRUE(added) << (added ? "" : added.error().reason);
    run.emplace(program_, lines_, sites_, log_);
    run->set_regions({.stack_low = 0x2000, .stack_high = 0x3000, .data_start = data, .data_end = 0x1000});
  }

  std::optional<recorded_run> run;

  /// What is told of a moment, from a key on.
  std::string moment(step_number step, std::string_view from) {
    log_.seek(step);
    const std::string all = moment_json(*run);
    const std::size_t at = all.find(from);
    return at == std::string::npos ? all : all.substr(at);
  }
  std::optional<step_number> find(step_number from, bool forward, destination to, std::uint32_t line = 0) {
    return find_step(*run, from, forward, to, run->sites_of("main.cpp", line));
  }

private:
  module program_;
  line_table lines_;
  std::vector<line_site> sites_;
  trace log_{{.sites = 10, .functions = 3, .globals = 1, .pages = 1, .maximum_pages = 40}};
};

hand_written& allocate(hand_written& log, std::uint32_t size, std::uint32_t address) {
  return log.allocator(malloc_, enter, {size, 1, 0}).allocator(malloc_, leave, {address});
}
hand_written& release(hand_written& log, std::uint32_t address) {
  return log.allocator(free_, enter, {address, 0, 0}).allocator(free_, leave, {0});
}
hand_written& stack_pointer(hand_written& log, std::uint32_t value) {
  return log.put({record_header(record_kind::global, 0), value});
}

#define EXPECT_STARTS(text, start) EXPECT_EQ((text).substr(0, std::string_view(start).size()), start)

/// Step 0: main's line 1 calls `own`; 1: line 6 stores, allocates, and returns to a line that stores; 2: line 2 grows
/// memory twice and prints; 3: line 3 releases.
hand_written four_steps() {
  hand_written log;
  stack_pointer(log.enter(1), 0x2ff0).line(0).enter(0);
  stack_pointer(log, 0x2fe0).line(5).store1(data, 7);
  allocate(log, 24, heap);
  stack_pointer(log, 0x2ff0).exit(0).store1(data + 1, 0);
  log.line(1).grow(1, 2).grow(2, 2).put({record_header(record_kind::note, 0), 0, 5}).line(2);
  return std::move(release(log, heap).line(3));
}

TEST(moment, tells_what_the_step_before_changed_and_the_line_that_did) {
  explained made(four_steps(), {{data, 8}, {data + 1, 9}});
  EXPECT_STARTS(made.moment(0, "{"), R"({"changesLeftOut":0,"changes":[],"changePlaces":[],"pages":1,"otherMemories":[],)"
                                     R"("stackPointer":12272,"stackLow":12272,"at":{"step":0,"place":)"
                                     R"({"path":"/program/main.cpp","line":1,"column":3},"function":null,"note":null},"before":null)");
  // The second store came after the return: it is the caller's line that made it.
  EXPECT_STARTS(made.moment(2, "{"),
                R"({"changesLeftOut":0,"changes":[{"address":1024,"size":1,"before":"07","after":"08"},)"
                R"({"address":1025,"size":1,"before":"00","after":"09"}],"changePlaces":[)"
                R"({"path":"/program/main.cpp","line":6,"column":3},{"path":"/program/main.cpp","line":1,"column":3}],)"
                R"("pages":1,"otherMemories":[],"stackPointer":12272,"stackLow":12256,)");
}

TEST(moment, tells_the_frames_that_are_open_outermost_first_with_the_lines_they_are_at) {
  explained made(four_steps());
  EXPECT_STARTS(made.moment(1, "\"depth\""),
                R"("depth":2,"frames":[{"name":"main","isInlined":false,"isLibrary":false,"call":0,)"
                R"("place":{"path":"/program/main.cpp","line":1,"column":3},"start":null,"end":null,"variables":[]},)"
                R"({"name":"own","isInlined":false,"isLibrary":false,"call":1,)"
                R"("place":{"path":"/program/main.cpp","line":6,"column":3},"start":null,"end":null,"variables":[]}],)");
  EXPECT_STARTS(made.moment(2, "\"depth\""), R"("depth":1,"frames":[{"name":"main",)");
}

TEST(moment, leaves_out_the_middle_of_a_deep_stack_and_says_how_deep_it_is) {
  hand_written log;
  for (int i = 0; i < 300; ++i) log.enter(0).line(5);
  explained made(log);
  const std::string told = made.moment(299, "\"depth\"");
  EXPECT_STARTS(told, R"("depth":300,)");
  EXPECT_NE(told.find(R"("call":99,)"), std::string::npos);
  EXPECT_EQ(told.find(R"("call":100,)"), std::string::npos);
  EXPECT_EQ(told.find(R"("call":199,)"), std::string::npos);
  EXPECT_NE(told.find(R"("call":200,)"), std::string::npos);
}

TEST(moment, has_each_block_growth_and_output_from_its_step_on) {
  explained made(four_steps());
  EXPECT_STARTS(made.moment(1, "\"allocated\""),
                R"("allocated":[0],"released":[0],"heap":[0,0,0,0],"blocks":[],"growths":[],"grown":0,"output":0)");
  EXPECT_STARTS(made.moment(2, "\"allocated\""),
                R"("allocated":[1,1],"released":[0],"heap":[1,24,0,0],"blocks":[[1,16384,24,1,0,0]],"growths":[],)");
  EXPECT_STARTS(made.moment(3, "\"allocated\""),
                R"("allocated":[0],"released":[0],"heap":[1,24,0,0],"blocks":[[1,16384,24,1,0,0]],)"
                R"("growths":[[1,2,0],[2,2,0]],"grown":2,"output":5,)");
  EXPECT_STARTS(made.moment(4, "\"allocated\""),
                R"("allocated":[0],"released":[1,1],"heap":[0,0,1,24],"blocks":[[1,16384,24,0,0,0]],)"
                R"("growths":[[1,2,0],[2,2,0]],"grown":0,"output":5,)");
}

TEST(moment, tells_a_finding_once_it_is_known_with_its_line_block_and_cause) {
  hand_written log = four_steps();
  release(log, heap).line(4);
  explained made(log);
  EXPECT_STARTS(made.moment(4, "\"findings\""), R"("findings":[]})");
  const std::string told = made.moment(5, "\"findings\"");
  EXPECT_STARTS(told, R"("findings":[{"kind":"double-free",)");
  EXPECT_NE(told.find(R"("known":4,"guilty":{"step":4,"place":{"path":"/program/main.cpp","line":4,)"), std::string::npos) << told;
  EXPECT_NE(told.find(R"("block":[1,16384,24],"cause":{"step":3,)"), std::string::npos) << told;
}

TEST(destinations, lead_over_and_out_of_calls_in_both_directions) {
  explained made(four_steps());
  using enum destination_kind;
  EXPECT_EQ(made.find(0, true, {line, 0, 0}), 1U);
  EXPECT_EQ(made.find(0, true, {line_over, 0, 0}), 2U);
  EXPECT_EQ(made.find(2, false, {line_over, 0, 0}), 0U);
  EXPECT_EQ(made.find(1, true, {out, 0, 0}), 2U);
  EXPECT_EQ(made.find(0, false, {line, 0, 0}), std::nullopt);
  EXPECT_EQ(made.find(5, true, {line, 0, 0}), std::nullopt);
}

TEST(destinations, lead_to_the_step_just_after_what_happened_and_before_it_back) {
  explained made(four_steps());
  using enum destination_kind;
  const auto growth = static_cast<std::uint32_t>(event_kind::growth);
  EXPECT_EQ(made.find(0, true, {write, data, data + 1}), 2U);
  EXPECT_EQ(made.find(0, true, {write, data + 2, data + 9}), std::nullopt);
  EXPECT_EQ(made.find(5, false, {write, data, data + 2}), 2U);
  EXPECT_EQ(made.find(0, true, {event, growth, 0}), 3U);
  EXPECT_EQ(made.find(4, false, {event, growth, 0}), 3U);
  EXPECT_EQ(made.find(3, false, {event, growth, 0}), std::nullopt);
  EXPECT_EQ(made.find(0, true, {freed, heap + 23, 0}), 4U);
  EXPECT_EQ(made.find(0, true, {freed, heap + 24, 0}), std::nullopt);
  EXPECT_EQ(made.find(0, true, {stack_below, 0x2ff0, 0}), 1U);
  EXPECT_EQ(made.find(0, true, {stack_below, 0x2fe0, 0}), std::nullopt);
}

TEST(destinations, lead_to_views_findings_and_depths) {
  using enum destination_kind;
  hand_written log = four_steps();
  log.put({record_header(record_kind::note, static_cast<std::uint32_t>(note_kind::view_within)), 3, 1});
  release(log, heap).line(4);
  explained made(log);
  EXPECT_EQ(made.find(0, true, {view, 0, 0}), 5U);
  EXPECT_EQ(made.find(5, true, {view, 0, 0}), std::nullopt);
  EXPECT_EQ(made.find(6, false, {view, 0, 0}), 5U);
  EXPECT_EQ(made.find(0, true, {finding, 0, 0}), 5U);
  EXPECT_EQ(made.find(6, false, {finding, 0, 0}), 5U);
  EXPECT_EQ(made.find(5, true, {finding, 0, 0}), std::nullopt);
  EXPECT_EQ(made.find(1, true, {depth, 1, 0}), 2U);
  EXPECT_EQ(made.find(1, false, {depth, 1, 0}), 0U);
  EXPECT_EQ(made.find(1, true, {depth, 2, 0}), 2U);
}

TEST(destinations, lead_to_a_chosen_line_and_never_to_where_one_is) {
  explained made(four_steps());
  const destination chosen{destination_kind::source_line, 0, 0};
  EXPECT_EQ(made.find(0, true, chosen, 6), 1U);
  EXPECT_EQ(made.find(1, true, chosen, 6), std::nullopt);
  EXPECT_EQ(made.find(4, false, chosen, 6), 1U);
  EXPECT_EQ(made.find(0, true, chosen, 10), std::nullopt);
}

TEST(history, tells_who_wrote_bytes_nearest_first_and_the_block_around_them) {
  hand_written log = four_steps();
  log.store1(data, 8).line(4);
  explained made(log);
  const auto steps_in = [](const std::string& told) {
    std::string steps;
    for (std::size_t at = told.find("\"step\":"); at != std::string::npos; at = told.find("\"step\":", at + 1)) {
      steps += told.substr(at + 7, told.find(',', at) - at - 7) + " ";
    }
    return steps;
  };
  EXPECT_EQ(steps_in(history_json(*made.run, 5, data, data + 2, 9)), "4 1 1 ");
  EXPECT_EQ(steps_in(history_json(*made.run, 5, data, data + 2, 1)), "4 ");
  EXPECT_EQ(steps_in(history_json(*made.run, 0, data, data + 2, 2)), "1 1 ");
  EXPECT_EQ(history_json(*made.run, 5, data + 2, data + 4, 9), R"({"before":[],"after":[],"block":null})");
  const std::string block = history_json(*made.run, 2, heap + 23, heap + 24, 9);
  EXPECT_STARTS(block, R"({"before":[],"after":[],"block":{"id":1,"allocated":{"what":"allocation","at":{"step":1,)");
  EXPECT_NE(block.find(R"("freed":{"what":"release","at":{"step":3,)"), std::string::npos) << block;
  EXPECT_TRUE(history_json(*made.run, 1, heap, heap + 1, 9).ends_with(R"("block":null})"));
  EXPECT_TRUE(history_json(*made.run, 4, heap + 24, heap + 25, 9).ends_with(R"("block":null})"));
}

TEST(overview, counts_events_by_parts_of_the_run) {
  explained made(four_steps());
  EXPECT_EQ(overview_json(*made.run, 1),
            R"({"events":{"call":[2],"return":[1],"allocation":[1],"release":[1],"growth":[2],"output":[1],"view":[0],)"
            R"("finding":[0]},"depths":[2]})");
  const std::string parts = overview_json(*made.run, 5);
  EXPECT_NE(parts.find(R"("growth":[0,0,0,2,0])"), std::string::npos) << parts;
  EXPECT_NE(parts.find(R"("depths":[1,2,0,0,0])"), std::string::npos) << parts;
}

TEST(heap_peak, is_the_most_that_was_live_at_once_and_the_first_step_in_which_it_was) {
  hand_written log;
  EXPECT_EQ(heap_peak_json(*explained(log.enter(1).line(0)).run), "[0,0]");
  allocate(log, 24, heap).line(1);
  allocate(log, 10, heap + 32).line(2);
  release(log, heap).line(3);
  allocate(log, 24, heap).line(4);
  EXPECT_EQ(heap_peak_json(*explained(log).run), "[34,1]");
  allocate(log, 1, heap + 64).line(5);
  EXPECT_EQ(heap_peak_json(*explained(log).run), "[35,4]");
}

TEST(heap_peak, takes_what_a_reallocation_moves_for_one_block) {
  hand_written log;
  allocate(log.enter(1).line(0), 100, heap).line(1);
  log.allocator(realloc_, enter, {heap, 150, 0}).allocator(realloc_, leave, {heap + 256}).line(2);
  EXPECT_EQ(heap_peak_json(*explained(log).run), "[150,1]");
}

}  // namespace
}  // namespace pagewise
