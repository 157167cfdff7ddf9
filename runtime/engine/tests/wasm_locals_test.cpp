#include "debug/wasm_locals.h"

#include <gtest/gtest.h>

#include "sample_module.h"

namespace pagewise {
namespace {

/// A module with one function without parameters, of this code. It lies at 4 of its section, behind two i32 locals.
std::vector<std::uint8_t> module_of(std::initializer_list<std::uint8_t> code) {
  byte_writer file;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
  write_section(file, section_id::type, {1, 0x60, 0, 0});
  write_section(file, section_id::function, {1, 0});
  std::vector<std::uint8_t> section{1, static_cast<std::uint8_t>(code.size() + 3), 1, 2, 0x7f};
  section.insert(section.end(), code);
  file.u8(section_id::code);
  file.unsigned_leb(section.size());
  for (const std::uint8_t byte : section) file.u8(byte);
  return file.release();
}

/// The locals that were surely written just before an address, with the addresses behind the writes.
std::vector<std::pair<std::uint64_t, std::uint32_t>> writes(const std::vector<std::uint8_t>& file, std::uint64_t at) {
  const auto read = read_module(file);
  if (!read) return {{0, 0}};
  std::vector<std::pair<std::uint64_t, std::uint32_t>> found;
  for (const local_write& write : wasm_locals(*read).writes_before(at)) found.emplace_back(write.end, write.local);
  return found;
}

using listed = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

TEST(wasm_locals, tells_the_writes_before_an_address) {
  // 5: i32.const 7; 7: local.tee 0; 9: local.set 1; 11: block; 13: end; 14: i32.const 1; 16: local.set 0; 18: end
  const auto file = module_of({0x41, 7, 0x22, 0, 0x21, 1, 0x02, 0x40, 0x0b, 0x41, 1, 0x21, 0, 0x0b});
  EXPECT_EQ(writes(file, 7), listed{});
  EXPECT_EQ(writes(file, 9), (listed{{9, 0}}));
  EXPECT_EQ(writes(file, 11), (listed{{9, 0}, {11, 1}}));
  EXPECT_EQ(writes(file, 13), (listed{{9, 0}, {11, 1}})) << "a block begins where code runs on";
  EXPECT_EQ(writes(file, 14), listed{}) << "the end of a block is reached from elsewhere too";
  EXPECT_EQ(writes(file, 18), (listed{{18, 0}}));
  EXPECT_EQ(writes(file, 1000), listed{});
}

TEST(wasm_locals, forgets_writes_where_control_may_leave_or_arrive) {
  for (const std::uint8_t branch : {0x0c, 0x0d}) {  // br, br_if
    const auto file = module_of({0x41, 7, 0x22, 0, branch, 0, 0x01, 0x0b});
    EXPECT_EQ(writes(file, 9), (listed{{9, 0}}));
    EXPECT_EQ(writes(file, 11), listed{});
  }
  const auto loop = module_of({0x41, 7, 0x21, 0, 0x03, 0x40, 0x0b, 0x0b});
  EXPECT_EQ(writes(loop, 11), listed{});
}

TEST(wasm_locals, stops_at_damaged_code) {
  EXPECT_EQ(writes(module_of({0x41, 7, 0x21, 0, 0xff, 0x21, 1, 0x0b}), 12), (listed{{9, 0}}));
}

}  // namespace
}  // namespace pagewise
