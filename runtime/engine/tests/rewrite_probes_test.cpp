// Probes that the tests with a host do not reach: loads, which nothing records yet, and the live view's stack pointer.

#include <gtest/gtest.h>

#include <algorithm>

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

TEST(rewrite_probes, leave_memories_other_than_the_first_alone) {
  byte_writer file;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
  write_section(file, section_id::type, {1, 0x60, 0, 0});
  write_section(file, section_id::function, {1, 0});
  write_section(file, section_id::memory, {2, 0, 1, 0, 1});
  // i32.store, memory.fill, memory.copy and memory.grow of memory 1
  const std::uint8_t code[] = {0x41, 8,    0x41, 9, 0x36, 0x42, 1, 0, 0x41, 8,    0x41, 1,  0x41, 4, 0xfc, 11, 1, 0x41,
                               8,    0x41, 0,    0x41, 4, 0xfc, 10, 1, 0,   0x41, 1, 0x40, 1, 0x1a};
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
}

TEST(rewrite_probes, record_the_size_of_each_load_when_asked_to) {
  constexpr std::pair<std::uint8_t, std::uint32_t> loads[] = {{0x28, 4}, {0x29, 8}, {0x2c, 1}, {0x2e, 2}, {0x35, 4}};
  for (const auto& [opcode, size] : loads) {
    const std::uint32_t header = record_header(record_kind::load, size);
    EXPECT_TRUE(has_header(rewritten_load(opcode, true), header)) << int{opcode};
    EXPECT_FALSE(has_header(rewritten_load(opcode, false), header)) << int{opcode};
  }
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
