// Probes that the tests with a host do not reach: loads, which nothing records yet, and the live view's stack pointer.

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "record/log_format.h"
#include "rewrite/rewrite.h"
#include "sample_module.h"

namespace pagewise {
namespace {

/// A module whose one function loads `opcode` from address 8 and drops the value, rewritten.
std::vector<std::uint8_t> rewritten_load(std::uint8_t opcode, bool loads) {
  byte_writer file;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
  write_section(file, section_id::type, {1, 0x60, 0, 0});
  write_section(file, section_id::function, {1, 0});
  write_section(file, section_id::memory, {1, 0, 1});
  write_section(file, section_id::code, {1, 8, 0, 0x41, 8, opcode, 0, 0, 0x1a, 0x0b});
  const auto bytes = file.release();
  const auto read = read_module(bytes);
  EXPECT_TRUE(read.has_value());
  const auto written = rewrite(*read, {.how = recording::second_memory, .loads = loads});
  EXPECT_TRUE(written.has_value());
  return written ? written->file : std::vector<std::uint8_t>{};
}

bool has_header(const std::vector<std::uint8_t>& file, std::uint32_t header) {
  byte_writer constant;
  constant.u8(0x41);  // i32.const
  constant.signed_leb(static_cast<std::int32_t>(header));
  const auto pushed = constant.release();
  return !std::ranges::search(file, pushed).empty();
}

TEST(rewrite_probes, leave_loads_of_memories_other_than_the_first_alone) {
  byte_writer file;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
  write_section(file, section_id::type, {1, 0x60, 0, 0});
  write_section(file, section_id::function, {1, 0});
  write_section(file, section_id::memory, {2, 0, 1, 0, 1});
  // i32.load and memory.size of memory 1
  const std::uint8_t code[] = {0x41, 8, 0x28, 0x42, 1, 0, 0x1a, 0x3f, 1, 0x1a};
  file.u8(section_id::code);
  file.unsigned_leb(sizeof code + 4);
  file.u8(1);
  file.unsigned_leb(sizeof code + 2);
  file.u8(0);
  for (const std::uint8_t byte : code) file.u8(byte);
  file.u8(0x0b);
  const auto bytes = file.release();
  const auto read = read_module(bytes);
  ASSERT_TRUE(read.has_value()) << read.error().reason;
  const auto written = rewrite(*read, {.how = recording::second_memory, .loads = true});
  ASSERT_TRUE(written.has_value());
  EXPECT_FALSE(std::ranges::search(written->file, code).empty());
  EXPECT_FALSE(rewrite(*read, {.how = recording::instance}).has_value()) << "such a host cannot run it";
}

TEST(rewrite_probes, record_the_size_of_each_load_when_asked_to) {
  constexpr std::pair<std::uint8_t, std::uint32_t> loads[] = {{0x28, 4}, {0x29, 8}, {0x2c, 1}, {0x2e, 2}, {0x35, 4}};
  for (const auto& [opcode, size] : loads) {
    const std::uint32_t header = record_header(record_kind::load, size);
    EXPECT_TRUE(has_header(rewritten_load(opcode, true), header)) << int{opcode};
    EXPECT_FALSE(has_header(rewritten_load(opcode, false), header)) << int{opcode};
  }
}

TEST(rewrite_probes, say_before_the_code_which_of_their_branches_are_rare) {
  auto file = sample_module();
  constexpr std::string_view name = "metadata.code.branch_hint";
  byte_writer own;  // hints of the module's own, for branches that will lie elsewhere
  own.name(name);
  own.u8(0);
  file.push_back(section_id::custom);
  file.push_back(static_cast<std::uint8_t>(own.size()));
  file.insert(file.end(), own.view().begin(), own.view().end());
  const auto written = rewrite(*read_module(file), {.how = recording::second_memory});
  ASSERT_TRUE(written.has_value());
  const auto again = read_module(written->file);
  ASSERT_TRUE(again.has_value()) << again.error().reason;
  EXPECT_EQ(std::ranges::count(again->sections, name, &section::name), 1);
  const section* hints = again->find_custom(name);
  ASSERT_NE(hints, nullptr);
  EXPECT_EQ((hints + 1)->id, section_id::code);
  byte_reader reader(hints->contents);
  const std::uint32_t functions = reader.u32();
  EXPECT_GE(functions, 3U);
  for (std::uint32_t i = 0, last = 0; i < functions; ++i) {
    const std::uint32_t function = reader.u32();
    EXPECT_GT(function, last);
    last = function;
    const auto body = again->bodies[function - again->imported_functions].contents;
    for (std::uint32_t count = reader.u32(); count > 0; --count) {
      const std::uint32_t at = reader.u32();
      ASSERT_LT(at, body.size());
      EXPECT_EQ(body[at], opcode::if_);
      EXPECT_EQ(reader.u8(), 1);  // bytes of the hint
      EXPECT_EQ(reader.u8(), 0);  // hardly ever
    }
  }
  EXPECT_TRUE(reader.ok());
  EXPECT_EQ(reader.remaining(), 0U);
}

TEST(rewrite_probes, follow_the_stack_pointer_where_it_is_written) {
  byte_writer file;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
  write_section(file, section_id::type, {1, 0x60, 0, 0});
  write_section(file, section_id::function, {1, 0});
  write_section(file, section_id::global, {1, 0x7f, 1, 0x41, 0x80, 0x08, 0x0b});
  write_section(file, section_id::export_, {1, 15, '_', '_', 's', 't', 'a', 'c', 'k', '_', 'p', 'o', 'i', 'n', 't', 'e', 'r', 3, 0});
  write_section(file, section_id::code, {1, 6, 0, 0x41, 16, 0x24, 0, 0x0b});
  const auto bytes = file.release();
  const auto written = rewrite(*read_module(bytes));
  ASSERT_TRUE(written.has_value());
  // global.set 0, then: global.get 0, call of the function that keeps the lowest value, drop.
  const std::vector<std::uint8_t> probe = {0x24, 0, 0x23, 0, 0x10, 1, 0x1a, 0x0b};
  EXPECT_FALSE(std::ranges::search(written->file, probe).empty());
}

}  // namespace
}  // namespace pagewise
