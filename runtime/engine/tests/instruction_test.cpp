#include "wasm/instruction.h"

#include <gtest/gtest.h>

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
        example{"br_table", {0x0e, 2, 0, 1, 2}}, example{"call_indirect", {0x11, 3, 0}},
        example{"return_call", {0x12, 5}}, example{"select_typed", {0x1c, 1, 0x7f}},
        example{"try_table", {0x1f, 0x40, 2, 0, 1, 2, 3, 4}}, example{"throw_ref", {0x0a}},
        example{"load", {0x28, 2, 0x80, 1}}, example{"load_of_memory_1", {0x28, 0x42, 1, 16}},
        example{"i64_const", {0x42, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00}},
        example{"f64_const", {0x44, 0, 0, 0, 0, 0, 0, 0, 0}}, example{"ref_null", {0xd0, 0x70}},
        example{"memory_init", {0xfc, 8, 0, 0}}, example{"trunc_sat", {0xfc, 7}}, example{"table_fill", {0xfc, 17, 0}},
        example{"v128_const", {0xfd, 12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}},
        example{"v128_load_lane", {0xfd, 84, 0, 0, 1}}, example{"relaxed_simd", {0xfd, 0x80, 0x02}},
        example{"atomic_wait", {0xfe, 1, 2, 0}}, example{"atomic_fence", {0xfe, 3, 0}},
        example{"struct_get", {0xfb, 2, 1, 0}}, example{"br_on_cast", {0xfb, 24, 3, 0, 0x6e, 0x6d}}),
    [](const testing::TestParamInfo<example>& info) { return info.param.name; });

TEST(instruction, that_nobody_defined_is_refused) {
  for (const std::uint8_t unknown : {0x16, 0x27, 0xc5, 0xe0, 0xff}) {
    const std::uint8_t code[] = {unknown, 0, 0, 0};
    byte_reader reader(code);
    read_instruction(reader);
    EXPECT_FALSE(reader.ok()) << int{unknown};
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
