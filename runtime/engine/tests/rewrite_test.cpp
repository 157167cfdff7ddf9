#include "rewrite/rewrite.h"

#include <gtest/gtest.h>

#include <random>
#include <string_view>
#include <vector>

#include "sample_module.h"
#include "wasm/instruction.h"

namespace pagewise {
namespace {

module must_read(bytes file) {
  auto read = read_module(file);
  EXPECT_TRUE(read.has_value());
  return read ? *read : module{};
}

/// (module (memory (export NAME) 1))
std::vector<std::uint8_t> memory_exported_as(std::string_view name) {
  byte_writer exports;
  exports.u8(1);
  exports.name(name);
  exports.u8(2);
  exports.u8(0);
  std::vector<std::uint8_t> file = {0, 'a', 's', 'm', 1, 0, 0, 0, section_id::memory, 3, 1, 0, 1, section_id::export_};
  file.push_back(static_cast<std::uint8_t>(exports.size()));
  file.insert(file.end(), exports.view().begin(), exports.view().end());
  return file;
}

TEST(rewrite, adds_no_import_and_shifts_no_index) {
  const auto file = sample_module();
  const module before = must_read(file);
  const auto written = rewrite(before);
  ASSERT_TRUE(written.has_value());
  const module after = must_read(written->file);
  EXPECT_EQ(after.imported_functions, before.imported_functions);
  EXPECT_EQ(after.exported_functions.at("malloc"), before.exported_functions.at("malloc"));
  EXPECT_EQ(after.exported_globals.at("__stack_pointer"), before.exported_globals.at("__stack_pointer"));
  EXPECT_EQ(after.exported_globals.at("pagewise.stack_low"), before.globals.size());
  EXPECT_EQ(after.exported_globals.at("pagewise.stack_pointer"), before.exported_globals.at("__stack_pointer"));
  EXPECT_EQ(after.tables, before.tables + 1);
}

TEST(rewrite, exports_a_memory_that_nothing_else_names) {
  for (const std::string_view name : {"memory", "heap"}) {
    const std::vector<std::uint8_t> file = memory_exported_as(name);
    const auto written = rewrite(must_read(file));
    ASSERT_TRUE(written.has_value());
    EXPECT_EQ(must_read(written->file).exported_memories.at("memory"), 0u);
  }
}

TEST(rewrite, exports_no_second_memory_under_the_name_of_a_table) {
  byte_writer module_with_table;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) module_with_table.u8(static_cast<std::uint8_t>(byte));
  write_section(module_with_table, section_id::table, {1, value_funcref, 0, 1});
  write_section(module_with_table, section_id::memory, {1, 0, 1});
  write_section(module_with_table, section_id::export_,
                {1, 6, 'm', 'e', 'm', 'o', 'r', 'y', external_kind::table, 0});
  const auto written = rewrite(must_read(module_with_table.view()));
  ASSERT_TRUE(written.has_value());
  EXPECT_FALSE(must_read(written->file).exported_memories.contains("memory"));
}

TEST(rewrite, moves_an_allocator_s_own_code_to_the_end_with_the_track_call_in_it) {
  const auto file = sample_module();
  const module before = must_read(file);
  const auto written = rewrite(before);
  ASSERT_TRUE(written.has_value());
  const module after = must_read(written->file);
  ASSERT_EQ(after.bodies.size(), 3u);  // wrapper, track, the moved code
  EXPECT_EQ(after.bodies[2].contents.size(), before.bodies[0].contents.size() + 2);
}

TEST(rewrite, tells_where_each_piece_of_code_came_from) {
  const auto file = sample_module();
  const module before = must_read(file);
  const auto written = rewrite(before);
  ASSERT_TRUE(written.has_value());
  std::size_t checked = 0;
  for (std::size_t i = 0; i < written->origins.size(); ++i) {
    const auto& [rewritten, original] = written->origins[i];
    if (i > 0) {
      EXPECT_GE(rewritten, written->origins[i - 1].rewritten);
    }
    if (original == ~std::uint32_t{0}) continue;
    EXPECT_EQ(written->file[rewritten], file[original]);
    ++checked;
  }
  EXPECT_GE(checked, 2u);  // before the probe and after it
}

TEST(rewrite, calls_the_probe_of_throws_before_the_first_instruction_of_cxa_throw) {
  auto file = sample_module();
  // A name section that calls function 0 __cxa_throw. It stays malloc by its export.
  for (const std::uint8_t byte : {0, 21, 4, int{'n'}, int{'a'}, int{'m'}, int{'e'}, 1, 14, 1, 0, 11}) file.push_back(byte);
  for (const char letter : std::string_view("__cxa_throw")) file.push_back(static_cast<std::uint8_t>(letter));
  const module before = must_read(file);
  const auto written = rewrite(before);
  ASSERT_TRUE(written.has_value());
  const module after = must_read(written->file);
  const bytes body = after.bodies.at(2).contents;
  ASSERT_EQ(body.size(), before.bodies[0].contents.size() + 2 + 5);  // the track call and this probe
  const std::vector<std::uint8_t> start(body.begin(), body.begin() + 8);
  const std::vector<std::uint8_t> expected = {1, 1, 0x7f, opcode::i32_const, probe_slot::thrown,
                                              opcode::call_indirect, 2, 0};
  EXPECT_EQ(start, expected);
}

TEST(rewrite, refuses_what_it_has_rewritten) {
  const auto file = sample_module();
  const auto once = rewrite(must_read(file));
  ASSERT_TRUE(once.has_value());
  const auto twice = rewrite(must_read(once->file), {.how = recording::instance});
  ASSERT_FALSE(twice.has_value());
  EXPECT_STREQ(twice.error().reason, "this module has been rewritten before");
}

TEST(rewrite, refuses_a_delegate_that_ends_the_function) {
  byte_writer file;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
  write_section(file, section_id::type, {1, 0x60, 0, 0});
  write_section(file, section_id::function, {1, 0});
  write_section(file, section_id::code, {1, 3, 0, opcode::delegate, 0});
  const auto bytes = file.release();
  const auto written = rewrite(must_read(bytes), {.how = recording::second_memory});
  ASSERT_FALSE(written.has_value());
  EXPECT_STREQ(written.error().reason, "unknown label");
}

TEST(rewrite, refuses_accesses_that_the_host_would_have_refused) {
  const auto refusal_of = [](std::initializer_list<std::uint8_t> access) {
    byte_writer file;
    for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
    write_section(file, section_id::type, {1, 0x60, 0, 0});
    write_section(file, section_id::function, {1, 0});
    write_section(file, section_id::memory, {1, 0, 1});
    byte_writer body;
    for (const std::uint8_t byte : {0, 0}) body.u8(byte);  // no locals, unreachable
    for (const std::uint8_t byte : access) body.u8(byte);
    body.u8(opcode::end);
    file.u8(section_id::code);
    file.unsigned_leb(body.size() + 2);
    file.u8(1);
    file.unsigned_leb(body.size());
    file.raw(body.view());
    const auto written = rewrite(must_read(file.view()), {.how = recording::second_memory});
    return std::string(written ? "" : written.error().reason);
  };
  EXPECT_EQ(refusal_of({0x36, 2, 0xff, 0xff, 0xff, 0xff, 0x0f}), "");  // i32.store
  EXPECT_EQ(refusal_of({0x36, 2, 0x80, 0x80, 0x80, 0x80, 0x10}), "offset out of range");
  EXPECT_EQ(refusal_of({0x36, 3, 0}), "alignment must not be larger than natural");
  EXPECT_EQ(refusal_of({0x36, 0x3f, 0}), "alignment must not be larger than natural");
  EXPECT_EQ(refusal_of({0xfe, 0x17, 2, 0}), "");  // i32.atomic.store
  EXPECT_EQ(refusal_of({0xfe, 0x17, 1, 0}), "atomic alignment must be natural");
  EXPECT_EQ(refusal_of({0xfd, 89, 1, 0, 7}), "");  // v128.store16_lane
  EXPECT_EQ(refusal_of({0xfd, 89, 1, 0, 8}), "invalid lane index");
}

TEST(rewrite, never_fails_on_a_module_that_was_read_and_changed_at_random_unless_its_code_is_malformed) {
  std::mt19937 random(5);
  int written = 0;
  for (int i = 0; i < 20'000; ++i) {
    auto file = sample_module();
    for (int j = 0; j < 2; ++j) file[8 + random() % (file.size() - 8)] = static_cast<std::uint8_t>(random());
    const auto read = read_module(file);
    if (!read) continue;
    const auto result = rewrite(*read);
    if (!result) {
      EXPECT_NE(result.error().reason, nullptr);
    } else {
      ++written;
    }
  }
  EXPECT_GT(written, 0);
}

}  // namespace
}  // namespace pagewise
