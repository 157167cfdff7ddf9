#include "wasm/instruction.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <random>
#include <vector>

namespace pagewise {
namespace {

struct example {
  const char* name;
  std::vector<std::uint8_t> code;
};

void PrintTo(const example& shown, std::ostream* out) { *out << shown.name; }

class every_class_of_instruction : public testing::TestWithParam<example> {};

TEST_P(every_class_of_instruction, is_read_to_its_last_byte) {
  byte_reader reader(GetParam().code);
  read_instruction(reader);
  EXPECT_TRUE(reader.ok()) << reader.reason();
  EXPECT_EQ(reader.remaining(), 0u);
}

TEST_P(every_class_of_instruction, is_refused_when_a_byte_is_missing) {
  const auto& code = GetParam().code;
  byte_reader reader(bytes(code).first(code.size() - 1));
  read_instruction(reader);
  EXPECT_FALSE(reader.ok());
}

INSTANTIATE_TEST_SUITE_P(
    specification, every_class_of_instruction,
    testing::Values(
        example{"nop", {0x01}}, example{"block", {0x02, 0x40}}, example{"block_of_type", {0x02, 0x81, 0x01}},
        example{"block_with_typed_reference", {0x02, 0x63, 0x05}}, example{"block_with_funcref", {0x02, 0x70}},
        example{"loop_with_abstract_reference", {0x03, 0x64, 0x6e}}, example{"try_legacy", {0x06, 0x7f}},
        example{"br_table", {0x0e, 2, 0, 1, 2}}, example{"call_indirect", {0x11, 3, 0}},
        example{"return_call", {0x12, 5}}, example{"return_call_indirect", {0x13, 3, 0}},
        example{"call_ref", {0x14, 0x80, 1}}, example{"return_call_ref", {0x15, 4}}, example{"br_on_null", {0xd5, 1}},
        example{"br_on_non_null", {0xd6, 1}}, example{"ref_func", {0xd2, 3}}, example{"delegate", {0x18, 0}},
        example{"rethrow", {0x09, 1}}, example{"throw_tag", {0x08, 1}}, example{"memory_grow", {0x40, 0x80, 0x01}},
        example{"select_typed", {0x1c, 1, 0x7f}}, example{"select_of_typed_reference", {0x1c, 1, 0x63, 0x6b}},
        example{"try_table", {0x1f, 0x40, 2, 0, 1, 2, 3, 4}}, example{"try_table_with_type", {0x1f, 0x64, 1, 1, 1, 0, 0}},
        example{"throw_ref", {0x0a}}, example{"load", {0x28, 2, 0x80, 1}}, example{"load_of_memory_1", {0x28, 0x42, 1, 16}},
        example{"load_of_memory64", {0x28, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01}},
        example{"i64_const", {0x42, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00}},
        example{"f64_const", {0x44, 0, 0, 0, 0, 0, 0, 0, 0}}, example{"ref_null", {0xd0, 0x70}},
        example{"ref_null_of_type", {0xd0, 0x80, 1}}, example{"f32_const", {0x43, 0, 0, 0, 0}},
        example{"memory_copy", {0xfc, 10, 1, 0}}, example{"table_copy", {0xfc, 14, 1, 0}}, example{"elem_drop", {0xfc, 13, 9}},
        example{"wide_multiplication", {0xfc, 22}},
        example{"memory_init", {0xfc, 8, 0, 0}}, example{"trunc_sat", {0xfc, 7}}, example{"table_fill", {0xfc, 17, 0}},
        example{"v128_const", {0xfd, 12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}},
        example{"v128_load_lane", {0xfd, 84, 0, 0, 1}}, example{"relaxed_simd", {0xfd, 0x80, 0x02}},
        example{"v128_load_zero", {0xfd, 93, 3, 8}}, example{"replace_lane", {0xfd, 34, 1}},
        example{"shuffle", {0xfd, 13, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 31}},
        example{"atomic_wait", {0xfe, 1, 2, 0}}, example{"atomic_fence", {0xfe, 3, 0}},
        example{"atomic_exchange", {0xfe, 0x41, 2, 0}},
        example{"struct_get", {0xfb, 2, 1, 0}}, example{"struct_new", {0xfb, 0, 1}}, example{"array_len", {0xfb, 15}},
        example{"array_new_fixed", {0xfb, 8, 1, 3}}, example{"array_fill", {0xfb, 16, 1}},
        example{"array_copy", {0xfb, 17, 1, 2}}, example{"ref_test", {0xfb, 20, 0x6b}}, example{"ref_cast", {0xfb, 23, 4}},
        example{"ref_i31", {0xfb, 28}}, example{"br_on_cast", {0xfb, 24, 3, 0, 0x6e, 0x6d}}),
    [](const testing::TestParamInfo<example>& info) { return info.param.name; });

instruction only_one_in(std::initializer_list<std::uint8_t> code) {
  byte_reader reader(bytes(code.begin(), code.size()));
  const instruction read = read_instruction(reader);
  EXPECT_TRUE(reader.at_end());
  EXPECT_TRUE(reader.ok()) << reader.reason();
  return read;
}

TEST(instruction, tells_the_memory_the_offset_the_alignment_and_the_lane_of_an_access) {
  const instruction store = only_one_in({0xfd, 88, 0x43, 2, 0x80, 0x80, 0x80, 0x80, 0x10, 7});  // v128.store8_lane
  EXPECT_EQ(store.extended, 88u);
  EXPECT_EQ(store.memory_index, 2u);
  EXPECT_EQ(store.memory_offset, std::uint64_t{1} << 32);
  EXPECT_EQ(store.alignment_log2, 3);
  EXPECT_EQ(store.lane, 7);
  const instruction exchange = only_one_in({0xfe, 0x4e, 3, 24});
  EXPECT_EQ(exchange.memory_index, 0u);
  EXPECT_EQ(exchange.memory_offset, 24u);
}

TEST(instruction, tells_both_indices_of_bulk_operations_and_indirect_calls) {
  const instruction init = only_one_in({0xfc, 8, 5, 1});
  EXPECT_EQ(init.operand, 5);
  EXPECT_EQ(init.memory_index, 1u);
  const instruction copy = only_one_in({0xfc, 10, 2, 3});
  EXPECT_EQ(copy.memory_index, 2u);
  EXPECT_EQ(copy.second, 3u);
  EXPECT_EQ(only_one_in({0xfc, 11, 4}).memory_index, 4u);
  EXPECT_EQ(only_one_in({0x40, 6}).memory_index, 6u);
  const instruction call = only_one_in({0x11, 7, 1});
  EXPECT_EQ(call.operand, 7);
  EXPECT_EQ(call.second, 1u);
}

TEST(instruction, keeps_block_types_as_they_are_encoded) {
  const std::uint8_t code[] = {0x02, 0x63, 0x85, 0x01};
  byte_reader reader(code);
  const instruction block = read_instruction(reader);
  EXPECT_LT(block.operand, 0);
  EXPECT_TRUE(std::ranges::equal(block.block_type, bytes(code).subspan(1)));
  EXPECT_EQ(only_one_in({0x03, 0x40}).block_type.size(), 1u);
  EXPECT_EQ(only_one_in({0x1f, 0x81, 0x01, 0}).operand, 129);
  EXPECT_TRUE(opens_block(only_one_in({0x1f, 0x40, 0})));
}

TEST(instruction, that_nobody_defined_is_refused) {
  const std::vector<std::uint8_t> unknown[] = {
      {0x16}, {0x27}, {0xc5}, {0xe0}, {0xff}, {0xfb, 31}, {0xfc, 23}, {0xfd, 154, 1}, {0xfd, 0x94, 2}, {0xfe, 4}, {0xfe, 0x4f},
      {0xfe, 3, 1}, {0xfb, 24, 4, 0, 0x6e, 0x6d}, {0x28, 0x80, 1, 0}, {0x1f, 0x40, 1, 4, 0}, {0x02, 0x41}, {0x02, 0xff, 0x7f},
      {0xd0, 0x40}, {0x1c, 1, 0x40}};
  for (auto code : unknown) {
    code.resize(code.size() + 8);
    byte_reader reader(code);
    read_instruction(reader);
    EXPECT_FALSE(reader.ok()) << testing::PrintToString(code);
  }
}

TEST(instruction, reading_random_bytes_always_ends) {
  std::mt19937 random(3);
  for (int i = 0; i < 20'000; ++i) {
    std::vector<std::uint8_t> code(1 + random() % 24);
    for (auto& byte : code) byte = static_cast<std::uint8_t>(random());
    byte_reader reader(code);
    while (!reader.at_end()) read_instruction(reader);
    EXPECT_LE(reader.position(), code.size());
  }
}

}  // namespace
}  // namespace pagewise
