#include "text/function_text.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

#include "sample_module.h"
#include "text/instruction_text.h"
#include "text/opcode_names.h"

namespace pagewise {
namespace {

struct example {
  const char* text;
  std::vector<std::uint8_t> code;
};

void PrintTo(const example& shown, std::ostream* out) { *out << shown.text; }

/// Functions 0 to 3 are called main, operator new(unsigned long), "" and a name that needs escapes; global 1 is the
/// stack pointer.
module named_module() {
  module made;
  made.function_names = {"main", "operator new(unsigned long)", "", "\"a\\b\n\xc3\xa9"};
  made.stack_pointer = 1;
  return made;
}

std::string text_of(const std::vector<std::uint8_t>& code) {
  byte_reader reader(code);
  const instruction read = read_instruction(reader);
  EXPECT_TRUE(reader.at_end() && reader.ok());
  return instruction_text(named_module(), read, code);
}

class every_family_of_instruction : public testing::TestWithParam<example> {};

TEST_P(every_family_of_instruction, has_the_text_of_the_specification) {
  EXPECT_EQ(text_of(GetParam().code), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    control, every_family_of_instruction,
    testing::Values(
        example{"unreachable", {0x00}}, example{"block", {0x02, 0x40}}, example{"loop (result i32)", {0x03, 0x7f}},
        example{"if (type 5)", {0x04, 5}}, example{"block (result (ref null 5))", {0x02, 0x63, 5}},
        example{"block (result externref)", {0x02, 0x6f}}, example{"block (result nullexternref)", {0x02, 0x72}},
        example{"br_if 3", {0x0d, 3}}, example{"br_table 1 2 0", {0x0e, 2, 1, 2, 0}},
        example{"br_table 7", {0x0e, 0, 7}},
        example{"call $main", {0x10, 0}}, example{R"text(call $"operator new(unsigned long)")text", {0x10, 1}},
        example{"call 2", {0x10, 2}}, example{R"(call $"\"a\\b\0aé")", {0x10, 3}},
        example{"return_call 300", {0x12, 0xac, 2}},
        example{"ref.func $main", {0xd2, 0}}, example{"call_indirect (type 5)", {0x11, 5, 0}},
        example{"return_call_indirect 1 (type 5)", {0x13, 5, 1}}, example{"call_ref 5", {0x14, 5}},
        example{"select", {0x1b}}, example{"select (result (ref any))", {0x1c, 1, 0x64, 0x6e}},
        example{"try (result f64)", {0x06, 0x7c}}, example{"catch 1", {0x07, 1}}, example{"delegate 2", {0x18, 2}},
        example{"try_table (result i64) (catch 1 2) (catch_ref 3 4) (catch_all 5) (catch_all_ref 6)",
                {0x1f, 0x7e, 4, 0, 1, 2, 1, 3, 4, 2, 5, 3, 6}},
        example{"throw_ref", {0x0a}}, example{"br_on_null 1", {0xd5, 1}}));

INSTANTIATE_TEST_SUITE_P(
    values, every_family_of_instruction,
    testing::Values(
        example{"local.get 3", {0x20, 3}}, example{"global.get $__stack_pointer", {0x23, 1}},
        example{"global.set 0", {0x24, 0}},
        example{"i32.const -1", {0x41, 0x7f}},
        example{"i64.const -9223372036854775808",
                {0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f}},
        example{"f32.const 0.1", {0x43, 0xcd, 0xcc, 0xcc, 0x3d}}, example{"f32.const -0", {0x43, 0, 0, 0, 0x80}},
        example{"f32.const -inf", {0x43, 0, 0, 0x80, 0xff}}, example{"f32.const nan", {0x43, 0, 0, 0xc0, 0x7f}},
        example{"f32.const -nan:0x200000", {0x43, 0, 0, 0xa0, 0xff}}, example{"f32.const 1e-45", {0x43, 1, 0, 0, 0}},
        example{"f64.const 100000", {0x44, 0, 0, 0, 0, 0, 0x6a, 0xf8, 0x40}},
        example{"f64.const 1e+100", {0x44, 0x7d, 0xc3, 0x94, 0x25, 0xad, 0x49, 0xb2, 0x54}},
        example{"f64.const nan:0x8000000000005", {0x44, 5, 0, 0, 0, 0, 0, 0xf8, 0x7f}},
        example{"i32.eqz", {0x45}}, example{"f64.copysign", {0xa6}}, example{"i32.wrap_i64", {0xa7}},
        example{"f64.reinterpret_i64", {0xbf}}, example{"i64.extend32_s", {0xc4}},
        example{"i64.trunc_sat_f64_u", {0xfc, 7}},
        example{"i64.mul_wide_u", {0xfc, 22}}, example{"ref.null func", {0xd0, 0x70}}, example{"ref.null 4", {0xd0, 4}},
        example{"ref.is_null", {0xd1}}, example{"struct.get 1 0", {0xfb, 2, 1, 0}},
        example{"array.new_fixed 4 3", {0xfb, 8, 4, 3}},
        example{"array.copy 1 2", {0xfb, 17, 1, 2}}, example{"array.len", {0xfb, 15}},
        example{"ref.test (ref i31)", {0xfb, 20, 0x6c}}, example{"ref.cast (ref null 2)", {0xfb, 23, 2}},
        example{"br_on_cast 1 (ref null any) (ref i31)", {0xfb, 24, 1, 1, 0x6e, 0x6c}},
        example{"br_on_cast_fail 0 (ref eq) (ref null struct)", {0xfb, 25, 2, 0, 0x6d, 0x6b}},
        example{"i31.get_u", {0xfb, 30}}));

INSTANTIATE_TEST_SUITE_P(
    memory, every_family_of_instruction,
    testing::Values(
        example{"i32.load", {0x28, 2, 0}}, example{"i32.load offset=8 align=2", {0x28, 1, 8}},
        example{"i64.store32 align=8", {0x3e, 3, 0}}, example{"i32.load8_u 1 offset=128", {0x2d, 0x40, 1, 0x80, 1}},
        example{"memory.grow", {0x40, 0}}, example{"memory.size 1", {0x3f, 1}},
        example{"memory.init 5", {0xfc, 8, 5, 0}},
        example{"memory.init 1 5", {0xfc, 8, 5, 1}}, example{"data.drop 0", {0xfc, 9, 0}},
        example{"memory.copy", {0xfc, 10, 0, 0}}, example{"memory.copy 0 1", {0xfc, 10, 0, 1}},
        example{"memory.fill 2", {0xfc, 11, 2}}, example{"table.init 5", {0xfc, 12, 5, 0}},
        example{"elem.drop 3", {0xfc, 13, 3}},
        example{"table.copy 1 0", {0xfc, 14, 1, 0}}, example{"table.get", {0x25, 0}},
        example{"table.fill 1", {0xfc, 17, 1}},
        example{"atomic.fence", {0xfe, 3, 0}}, example{"memory.atomic.wait64", {0xfe, 2, 3, 0}},
        example{"memory.atomic.notify offset=4", {0xfe, 0, 2, 4}},
        example{"i64.atomic.rmw32.cmpxchg_u", {0xfe, 0x4e, 2, 0}},
        example{"v128.load", {0xfd, 0, 4, 0}}, example{"v128.load32x2_u offset=8", {0xfd, 6, 3, 8}},
        example{"v128.load16_lane 1 offset=4 align=1 7", {0xfd, 85, 0x40, 1, 4, 7}},
        example{"v128.load64_zero", {0xfd, 93, 3, 0}}, example{"i16x8.extract_lane_u 5", {0xfd, 25, 5}},
        example{"v128.const i32x4 0x03020100 0x07060504 0x0b0a0908 0xff0e0d0c",
                {0xfd, 12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255}},
        example{"i8x16.shuffle 0 31 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
                {0xfd, 13, 0, 31, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}},
        example{"f64x2.convert_low_i32x4_u", {0xfd, 0xff, 1}},
        example{"i32x4.relaxed_dot_i8x16_i7x16_add_s", {0xfd, 0x93, 2}}));

TEST(instruction_text, has_a_name_for_exactly_the_opcodes_that_are_read) {
  std::size_t names = 0;
  for (unsigned first = 0; first < 256; ++first) {
    const bool has_prefix = first >= 0xfb && first <= 0xfe;
    for (unsigned second = 0; second < (has_prefix ? 0x200U : 1U); ++second) {
      std::vector<std::uint8_t> code = {static_cast<std::uint8_t>(first)};
      if (has_prefix) {
        code.push_back(static_cast<std::uint8_t>(second | 0x80));
        code.push_back(static_cast<std::uint8_t>(second >> 7));
      }
      code.resize(code.size() + 20);  // immediates; zero is the index of a type where a type is asked for
      byte_reader reader(code);
      const instruction read = read_instruction(reader);
      EXPECT_EQ(!opcode_name(read).empty(), reader.ok()) << first << ' ' << second;
      if (reader.ok()) ++names;
    }
  }
  EXPECT_EQ(names, 576u);
}

struct listed {
  std::vector<std::uint8_t> file;
  std::vector<instruction_line> lines;
};

/// Function 0, (i32) -> (i32), with the body in `code`, listed.
listed list(std::vector<std::uint8_t> code, std::size_t most = 20000, std::size_t first = 0) {
  byte_writer file;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
  write_section(file, section_id::type, {1, 0x60, 1, 0x7f, 1, 0x7f});
  write_section(file, section_id::function, {1, 0});
  byte_writer bodies;
  bodies.u8(1);
  bodies.unsigned_leb(code.size());
  bodies.raw(code);
  file.u8(section_id::code);
  file.unsigned_leb(bodies.size());
  file.raw(bodies.view());
  listed made{.file = file.release(), .lines = {}};
  const auto read = read_module(made.file);
  EXPECT_TRUE(read.has_value());
  if (read) made.lines = function_text(*read, 0, most, first);
  return made;
}

std::string indented(const std::vector<instruction_line>& lines) {
  std::string text;
  for (const instruction_line& line : lines) text += std::string(2 * line.indent, ' ') + line.text + '\n';
  return text;
}

const std::vector<std::uint8_t> small_body = {2,    2,    0x7f, 1,    0x7c,              // locals
                                              0x02, 0x40,                                // block
                                              0x20, 0,    0x04, 0x7f,                    // if
                                              0x41, 1,    0x05, 0x41, 2,    0x0b,        // else, end
                                              0x1a, 0x06, 0x40, 0x0c, 1,    0x19, 0x0b,  // try, catch_all, end
                                              0x06, 0x40, 0x18, 0,    0x0b,              // try, delegate, end
                                              0x20, 0,    0x0b};

TEST(function_text, indents_blocks_and_lists_the_end_of_the_body) {
  const listed small = list(small_body);
  EXPECT_EQ(indented(small.lines), R"((local i32 i32)
(local f64)
block
  local.get 0
  if (result i32)
    i32.const 1
  else
    i32.const 2
  end
  drop
  try
    br 1
  catch_all
  end
  try
  delegate 0
end
local.get 0
end
)");
}

TEST(function_text, tells_where_in_the_file_each_line_begins) {
  const listed small = list(small_body);
  ASSERT_EQ(small.lines.size(), 19u);
  EXPECT_EQ(small.file[small.lines[1].offset], 1);  // one f64
  EXPECT_EQ(small.file[small.lines[4].offset], 0x04);
  EXPECT_EQ(small.file[small.lines[6].offset], 0x05);
  EXPECT_EQ(small.lines.back().offset, small.file.size() - 1);
}

TEST(function_text, gives_any_run_of_its_lines) {
  const std::string all = indented(list(small_body).lines);
  for (std::size_t size = 1; size <= 19; ++size) {
    std::string pieces;
    for (std::size_t first = 0; first < 19; first += size) pieces += indented(list(small_body, size, first).lines);
    EXPECT_EQ(pieces, all) << size;
  }
  EXPECT_TRUE(list(small_body, 5, 19).lines.empty());
  EXPECT_TRUE(list(small_body, 0).lines.empty());
}

TEST(function_text, ends_where_the_body_is_damaged) {
  EXPECT_EQ(indented(list({0, 0x01, 0x41, 5, 0xff, 0x01, 0x0b}).lines), "nop\ni32.const 5\n");
  EXPECT_EQ(indented(list({0, 0x01, 0x28, 2}).lines), "nop\n");
  EXPECT_EQ(indented(list({1, 1, 0x40, 0x0b}).lines), "");
  EXPECT_EQ(indented(list({0, 0x05, 0x19, 0x0b, 0x01}).lines), "else\ncatch_all\nend\n");
}

TEST(function_text, is_not_fooled_by_a_forged_number_of_locals) {
  const std::vector<std::uint8_t> forged = {1, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x7f, 0x01, 0x0b};
  const listed some = list(forged, 3);
  ASSERT_EQ(some.lines.size(), 3u);
  EXPECT_EQ(some.lines[2].text, "(local i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)");
  constexpr std::size_t full_lines = 0xffff'ffff / 16;
  EXPECT_EQ(indented(list(forged, 9, full_lines).lines),
            "(local i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32)\nnop\nend\n");
}

TEST(function_text, is_empty_for_a_function_without_a_body) {
  const auto file = sample_module();
  auto read = read_module(file);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(indented(function_text(*read, 0)), R"((local i32)
global.get $__stack_pointer
i32.const 16
i32.sub
local.set 1
local.get 0
return
end
)");
  EXPECT_TRUE(function_text(*read, 1).empty());
  read->imported_functions = 1;
  EXPECT_TRUE(function_text(*read, 0).empty());
}

TEST(function_heading, has_the_name_and_the_type) {
  const auto file = sample_module();
  auto read = read_module(file);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(function_heading(*read, 0), "func 0 (param i32) (result i32)");
  read->function_names = {"std::abs(int)"};
  EXPECT_EQ(function_heading(*read, 0), R"text(func $"std::abs(int)" (param i32) (result i32))text");
  EXPECT_EQ(function_heading(*read, 1), "");
}

TEST(function_text, of_random_bytes_always_ends) {
  std::mt19937 random(7);
  module in;
  in.functions = {0};
  in.bodies.resize(1);
  for (int i = 0; i < 20'000; ++i) {
    std::vector<std::uint8_t> body(1 + random() % 48);
    for (auto& byte : body) byte = static_cast<std::uint8_t>(random());
    if (random() % 2 == 0) body[0] = 0;  // no locals
    in.bodies[0] = {.offset = 100, .contents = body};
    for (const instruction_line& line : function_text(in, 0, 64)) {
      EXPECT_FALSE(line.text.empty());
      EXPECT_LT(line.offset, 100 + body.size());
    }
  }
}

}  // namespace
}  // namespace pagewise
