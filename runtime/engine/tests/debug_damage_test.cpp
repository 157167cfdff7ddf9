#include <chrono>
#include <random>

#include "recorded_program.h"

namespace pagewise {
namespace {

/// Reads all that debug information tells of a frame. Returns how much that was.
std::size_t read_everything(const debug_info& info, const recorded_frame& frame) {
  const value_limits limits{.width = 16, .depth = 3, .total = 300};
  std::size_t found = info.globals(frame, limits).size();
  const auto functions = info.functions_at(frame.address);
  for (std::uint32_t i = 0; i < functions.size(); ++i) found += info.variables(frame.address, i, frame, limits).size();
  return found + info.prologue_end(frame.address).has_value() + info.locals_needed(frame.address).size();
}

TEST(debug_information_that_is_damaged, is_read_to_an_end) {
  std::mt19937 random(7);
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(4);
  std::vector<std::unique_ptr<recorded_program>> programs;
  for (const char* name :
       {"values-4", "values-5", "optimised-1", "optimised-2", "library", "library_older", "rust-0", "rust-2"}) {
    programs.push_back(std::make_unique<recorded_program>(name));
  }
  std::size_t found = 0;
  // On a slow machine as well something must be found, however long it takes.
  for (int round = 0; round < 3'000 && (found <= 1'000 || std::chrono::steady_clock::now() < until); ++round) {
    const recorded_program& program = *programs[static_cast<std::size_t>(round) % programs.size()];
    std::vector<std::uint8_t> damaged = program.file();
    const auto whole = read_module(damaged);
    ASSERT_TRUE(whole.has_value());
    std::vector<section> targets;
    for (const char* name : {".debug_info", ".debug_abbrev", ".debug_str", ".debug_line", ".debug_loc", ".debug_ranges",
                             ".debug_loclists", ".debug_rnglists", ".debug_addr", ".debug_str_offsets"}) {
      if (const section* one = whole->find_custom(name); one && !one->contents.empty()) targets.push_back(*one);
    }
    for (unsigned i = 0; i < 1 + random() % 6; ++i) {
      const section& target = targets[random() % targets.size()];
      damaged[target.offset + random() % target.contents.size()] =
          static_cast<std::uint8_t>(random() % 4 == 0 ? 0xff : random());
    }
    const auto read = read_module(damaged);
    ASSERT_TRUE(read.has_value());
    const debug_info info(*read);
    for (const auto& [line, frame] : program.frames()) found += read_everything(info, frame);
    if (round % 16 == 0) found += info.value_at("Point", 0x400, program.frames().begin()->second).has_value();
  }
  EXPECT_GT(found, 1'000u);
}

}  // namespace
}  // namespace pagewise
