// What is told of the code and the variables of a real module, with the debug information that clang wrote.

#include <gtest/gtest.h>

#include "debug/line_table.h"
#include "explain/moment.h"
#include "explain/overview.h"
#include "hand_written_log.h"
#include "recorded_program.h"
#include "rewrite/rewrite.h"

namespace pagewise {
namespace {

constexpr unsigned in_run = 104;

/// A run that stops where `run` of values.cpp has set its variables: `bytes_written` as far as its frame goes.
class stopped_run {
public:
  explicit stopped_run(bool bytes_written) {
    const rewrite_options options{.how = recording::second_memory, .lines = &lines_,
                                  .locals_needed = [&](std::uint32_t at) { return program_.info().locals_needed(at); }};
    sites_ = rewrite(program_read_, options)->sites;
    const auto at = std::ranges::find(sites_, in_run, &line_site::line);
    hand_written log;
    log.enter(at->function);
    for (const auto& [index, value] : frame_.locals) {
      log.put({record_header(record_kind::local, index), static_cast<std::uint32_t>(value)});
    }
    for (const auto& [index, value] : frame_.globals) {
      log.put({record_header(record_kind::global, index), static_cast<std::uint32_t>(value)});
    }
    const auto fill = static_cast<std::uint32_t>(range_cause::fill);
    if (bytes_written) {
      log.put({record_header(record_kind::range, fill), 0, size, 0});
      for (std::uint32_t i = 0; i < size / 4; ++i) log.put({0});
    }
    log.line(static_cast<std::uint32_t>(at - sites_.begin()));
    log_.emplace(trace_bounds{.sites = static_cast<std::uint32_t>(sites_.size()),
                              .functions = static_cast<std::uint32_t>(program_read_.functions.size()),
                              .globals = static_cast<std::uint32_t>(program_read_.globals.size()),
                              .pages = 2, .maximum_pages = 2});
    std::vector<memory_piece> pieces;
    for (std::uint32_t i = 0; i < size / piece_size; ++i) {
      pieces.push_back({i, std::span(frame_.memory).subspan(std::size_t{i} * piece_size, piece_size)});
    }
    if (!bytes_written) {
      EXPECT_TRUE(log_->set_initial(pieces));
    }
    const auto added = log_->add({.words = log.get(), .pieces = pieces});
    EXPECT_TRUE(added) << (added ? "" : added.error().reason);
    run.emplace(program_read_, lines_, sites_, *log_);
    log_->seek(0);
  }

  /// What is told of the value of a variable, from its type on.
  std::string value_of(std::string_view name) {
    const std::string told = moment_json(*run), key = R"({"name":")" + std::string(name) + R"(","type":)";
    const std::size_t at = told.find(key);
    return at == std::string::npos ? "none" : told.substr(at + key.size(), 160);
  }
  /// Where the code of the line stands in the file.
  [[nodiscard]] std::size_t offset() const {
    return program_read_.find(section_id::code)->offset + run->site(log_->at(log_->position_of(0)).payload()).address;
  }

  std::optional<recorded_run> run;

private:
  static constexpr std::uint32_t size = 2 * 65'536;
  recorded_program program_{"values-5"};
  module program_read_ = *read_module(program_.file());
  line_table lines_ = read_line_table(program_read_);
  recorded_frame frame_ = program_.frame(in_run);
  std::vector<line_site> sites_;
  std::optional<trace> log_;
};

TEST(values, are_told_with_type_text_state_and_place) {
  stopped_run made(true);
  EXPECT_TRUE(made.value_of("tiny").starts_with(R"("signed char","text":"-1","state":"known","address":)"))
      << made.value_of("tiny");
  EXPECT_NE(made.value_of("tiny").find(R"("size":1,"pointsTo":null)"), std::string::npos);
  EXPECT_TRUE(made.value_of("large").starts_with(R"("long long","text":"-5000000000","state":"known")"));
  EXPECT_TRUE(made.value_of("point").starts_with(R"("Point","text":"","state":"known")"));
}

TEST(values, of_a_frame_that_nothing_has_written_since_it_began_are_told_as_that) {
  stopped_run made(false);
  EXPECT_TRUE(made.value_of("tiny").starts_with(R"("signed char","text":"","state":"uninitialised")"))
      << made.value_of("tiny");
  const std::string point = made.value_of("point");
  EXPECT_NE(point.find(R"("parts":[])"), std::string::npos) << "no part of it has a value";
}

TEST(code, is_told_as_text_with_the_current_instruction_and_the_lines_it_was_made_from) {
  stopped_run made(true);
  const std::string told = code_json(*made.run, 0);
  EXPECT_TRUE(told.starts_with(R"({"name":"run)")) << told.substr(0, 60);
  const std::string here = "[" + std::to_string(made.offset()) + ",";
  const std::size_t at = told.find(here);
  ASSERT_NE(at, std::string::npos);
  const std::string before = told.substr(told.find(R"("lines":[)") + 9, at - told.find(R"("lines":[)") - 9);
  // Each line before it is a list that holds no other but perhaps the list of its place, which is an object.
  const auto index = std::ranges::count(before, '[');
  EXPECT_NE(told.find(R"("current":)" + std::to_string(index) + ","), std::string::npos) << index;
  EXPECT_NE(told.substr(at, 200).find(R"("line":104,)"), std::string::npos) << told.substr(at, 200);
  EXPECT_EQ(code_json(*made.run, 1), "null") << "there is no such call";
}

TEST(places, of_code_are_lines_of_the_source) {
  stopped_run made(true);
  const line_site& site = made.run->site(0);
  const auto place = made.run->place_of_code(site.address);
  ASSERT_TRUE(place);
  EXPECT_EQ(place->line, site.line);
  EXPECT_TRUE(place->path.ends_with("values.cpp")) << place->path;
  EXPECT_FALSE(made.run->place_of_code(~0U - 1));
}

}  // namespace
}  // namespace pagewise
