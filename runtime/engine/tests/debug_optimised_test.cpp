#include "recorded_program.h"

namespace pagewise {
namespace {

constexpr auto removed = "<optimised out>";

TEST(optimised_by_clang_1, has_values_in_locals_constants_and_pieces) {
  const recorded_program program("optimised-1");
  const auto entry = program.variables(program.frame(22));
  EXPECT_EQ(shown(entry, "values"), "const int* = 0x01400");
  EXPECT_EQ(shown(entry, "count"), "int = 4");
  EXPECT_EQ(shown(entry, "mode"), "Mode = Mode::busy 3");
  EXPECT_EQ(shown(entry, "total"), "int = 0");
  EXPECT_EQ(shown(entry, "square"), "long long = 0");
  EXPECT_EQ(shown(entry, "i"), "int = 0");
  const auto second = program.variables(program.frame(25, 2));
  EXPECT_EQ(shown(second, "total"), "int = 2");
  EXPECT_EQ(shown(second, "one"), "int = -1");
  EXPECT_EQ(shown(second, "values"), std::string("const int* = ") + removed);
  const auto walk = program.variables(program.frame(38));
  EXPECT_EQ(shown(walk, "head"), "Node* = 0x013e8");
  EXPECT_EQ(shown(walk, "limit"), "unsigned char = 100");
  EXPECT_EQ(shown(walk, "steps"), "int = 0");
  EXPECT_EQ(shown(walk, "factor"), "const int = 7");
  EXPECT_EQ(shown(walk, "found"), "Pair = {first: 0, second: -1}");
  const auto end = program.variables(program.frame(61));
  EXPECT_EQ(shown(end, "values"), "int[4] = {[0]: 3, [1]: -1, [2]: 4, [3]: 5}");
  EXPECT_EQ(shown(end, "total"), "int = 65");
  EXPECT_EQ(shown(end, "walked"), "int = 2801");
  EXPECT_EQ(shown(end, "middle"), "Node = {next: 0x013f8, value: 200}");
}

TEST(optimised_by_clang_1, has_floating_point_values_in_locals) {
  const recorded_program program("optimised-1");
  EXPECT_EQ(shown(program.variables(program.frame(31, 2)), "mean"), "double = 2.75");
}

TEST(optimised_by_clang_2, has_values_in_locals_constants_and_pieces) {
  const recorded_program program("optimised-2");
  const auto entry = program.variables(program.frame(22));
  EXPECT_EQ(shown(entry, "values"), "const int* = 0x01400");
  EXPECT_EQ(shown(entry, "count"), "int = 4");
  EXPECT_EQ(shown(entry, "mode"), "Mode = Mode::busy 3");
  EXPECT_EQ(shown(entry, "total"), "int = 0");
  EXPECT_EQ(shown(entry, "i"), "int = 0");
  const auto second = program.variables(program.frame(25, 2));
  EXPECT_EQ(shown(second, "total"), "int = 2");
  EXPECT_EQ(shown(second, "one"), "int = -1");
  EXPECT_EQ(shown(program.variables(program.frame(31)), "mean"), "double = 2.75");
  const auto walk = program.variables(program.frame(49));
  EXPECT_EQ(shown(walk, "limit"), "unsigned char = 100");
  EXPECT_EQ(shown(walk, "steps"), "int = 3");
  EXPECT_EQ(shown(walk, "found"), "Pair = {first: 200, second: 1}");
  EXPECT_EQ(shown(walk, "head"), std::string("Node* = ") + removed);
  const auto end = program.variables(program.frame(61));
  EXPECT_EQ(shown(end, "total"), "int = 65");
  EXPECT_EQ(shown(end, "walked"), "int = 2801");
  EXPECT_EQ(shown(end, "last"), "Node = {next: 0x00000, value: 9}");
}

TEST(optimised_by_clang_2, tells_calls_that_were_inlined) {
  const recorded_program program("optimised-2");
  const recorded_frame& frame = program.frame(16);
  const auto functions = program.info().functions_at(frame.address);
  ASSERT_EQ(functions.size(), 2u);
  EXPECT_EQ(functions[0].name, "scale");
  EXPECT_TRUE(functions[0].is_inlined);
  EXPECT_EQ(functions[0].call_path, "optimised.cpp");
  EXPECT_EQ(functions[0].call_line, 47u);
  EXPECT_EQ(functions[0].call_column, 16u);
  EXPECT_EQ(functions[1].name, "walk");
  const auto inlined = program.variables(frame, true);
  EXPECT_EQ(shown(inlined, "by"), "int = 7");
  EXPECT_EQ(shown(inlined, "doubled"), std::string("int = ") + removed);
  EXPECT_EQ(shown(program.variables(frame), "factor"), "const int = 7");
}

TEST(optimised_by_clang_2, needs_every_local_that_a_location_names) {
  const recorded_program program("optimised-2");
  const auto needed = program.info().locals_needed(program.frame(22).address);
  for (const std::uint32_t local : {0u, 1u, 2u}) EXPECT_NE(std::ranges::find(needed, local), needed.end()) << local;
  EXPECT_GT(needed.size(), 4u);
}

TEST(rust_unoptimised, has_references_slices_enums_and_tuples) {
  const recorded_program program("rust-0");
  const auto run = program.variables(program.frame(74));
  EXPECT_EQ(shown(run, "numbers"), "[i32; 3] = {[0]: 1, [1]: 2, [2]: 3}");
  EXPECT_EQ(shown(run, "text"), "&str = \"héllo\"");
  EXPECT_EQ(shown(run, "point"), "Point = {x: -4, y: 2.5, tag: 'é' 233, colour: Colour::Green 5}");
  EXPECT_EQ(shown(run, "some"), "Option<u32> = Some {0: 4}");
  EXPECT_EQ(shown(run, "none"), "Option<u32> = None");
  EXPECT_EQ(shown(run, "reference"), "Option<&i32> = Some {0: 2}");
  EXPECT_EQ(shown(run, "nothing"), "Option<&i32> = None");
  EXPECT_EQ(shown(run, "failed"), "Result<u8, i16> = Err {0: -2}");
  EXPECT_EQ(shown(run, "shape"), "Shape = Rectangle {width: 3, height: 4}");
  EXPECT_EQ(shown(run, "circle"), "Shape = Circle {0: 1.5}");
  EXPECT_EQ(shown(run, "empty"), "Shape = Empty");
  EXPECT_EQ(shown(run, "tuple"), "(u8, i16, &str) = {0: 1, 1: -2, 2: \"t\"}");
  EXPECT_EQ(shown(run, "slice"), "&[i32; 2] = {[0]: 2, [1]: 3}");
  EXPECT_EQ(shown(run, "huge"), "u128 = 1267650600228229401496703205376");
  EXPECT_EQ(shown(run, "flag"), "bool = true");
  EXPECT_EQ(shown(run, "unit"), "() = ()");
  EXPECT_EQ(shown(run, "total"), "i64 = 66");
  const auto sum = program.variables(program.frame(35, 2));
  EXPECT_EQ(shown(sum, "values"), "&[i32] = {3 elements} {[0]: 1, [1]: 2, [2]: 3}");
  EXPECT_EQ(shown(sum, "value"), "&i32 = 2");
  EXPECT_EQ(shown(sum, "one"), "i64 = 20");
  EXPECT_EQ(shown(program.info().globals(program.frame(74)), "rust::COUNTER"), "u32 = 8");
  EXPECT_EQ(program.info().functions_at(program.frame(74).address).back().name, "rust::run");
}

class optimised_by_rustc : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(level, optimised_by_rustc, testing::Values("rust-1", "rust-2"));

TEST_P(optimised_by_rustc, has_values_in_locals_constants_and_pieces) {
  const recorded_program program(GetParam());
  const auto run = program.variables(program.frame(74));
  EXPECT_EQ(shown(run, "numbers"), "[i32; 3] = {[0]: 1, [1]: 2, [2]: 3}");
  EXPECT_EQ(shown(run, "point"), "Point = {x: -4, y: 2.5, tag: 'é' 233, colour: Colour::Green 5}");
  EXPECT_EQ(shown(run, "some"), "Option<u32> = Some {0: 4}");
  EXPECT_EQ(shown(run, "none"), "Option<u32> = None");
  EXPECT_EQ(shown(run, "nothing"), "Option<&i32> = None");
  EXPECT_EQ(shown(run, "failed"), "Result<u8, i16> = Err {0: -2}");
  EXPECT_EQ(shown(run, "shape"), "Shape = Rectangle {width: 3, height: 4}");
  EXPECT_EQ(shown(run, "circle"), "Shape = Circle {0: 1.5}");
  EXPECT_EQ(shown(run, "empty"), "Shape = Empty");
  EXPECT_EQ(shown(run, "flag"), "bool = true");
  EXPECT_EQ(shown(run, "total"), "i64 = 66");
  EXPECT_EQ(shown(run, "text"), std::string("&str = ") + removed);
  EXPECT_EQ(shown(run, "tuple"), "(u8, i16, &str) = {0: 1, 1: -2, 2: <optimised out>}");
  EXPECT_EQ(shown(run, "huge"), std::string("u128 = ") + removed);
  EXPECT_EQ(shown(program.variables(program.frame(35, 2)), "scale"), "i64 = 10");
  EXPECT_EQ(shown(program.info().globals(program.frame(74)), "rust::COUNTER"), "u32 = 8");
}

}  // namespace
}  // namespace pagewise
