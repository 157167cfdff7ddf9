#include "recorded_program.h"

namespace pagewise {
namespace {

constexpr unsigned in_run = 104, in_loop = 56, in_block = 61, in_template = 37, at_entry = 53;

/// The same program with the debug information of both versions.
class debug_values : public testing::TestWithParam<const char*> {
protected:
  recorded_program program{GetParam()};
  std::vector<shown_variable> in_run_ = program.variables(program.frame(in_run));

  std::string in_main(std::string_view name) const { return shown(in_run_, name); }
};
INSTANTIATE_TEST_SUITE_P(dwarf, debug_values, testing::Values("values-4", "values-5"));

TEST_P(debug_values, of_base_types) {
  EXPECT_EQ(in_main("tiny"), "signed char = -1");
  EXPECT_EQ(in_main("byte"), "unsigned char = 200");
  EXPECT_EQ(in_main("letter"), "char = 'z' 122");
  EXPECT_EQ(in_main("newline"), "char = '\\n' 10");
  EXPECT_EQ(in_main("negative"), "char = '\\x80' -128");
  EXPECT_EQ(in_main("accent"), "char16_t = 'é' 233");
  EXPECT_EQ(in_main("wide"), "wchar_t = 'w' 119");
  EXPECT_EQ(in_main("small"), "short = -300");
  EXPECT_EQ(in_main("large"), "long long = -5000000000");
  EXPECT_EQ(in_main("most"), "unsigned long long = 18446744073709551615");
  EXPECT_EQ(in_main("huge"), "__int128 = -7");
  EXPECT_EQ(in_main("yes"), "bool = true");
  EXPECT_EQ(in_main("tenth"), "float = 0.1");
  EXPECT_EQ(in_main("third"), "double = 0.3333333333333333");
  EXPECT_EQ(in_main("half"), "long double = 0.5");
}

TEST_P(debug_values, of_enumerations) {
  EXPECT_EQ(in_main("colour"), "Colour = Colour::green 5");
  EXPECT_EQ(in_main("unscoped"), "plain = first -1");
  EXPECT_EQ(in_main("unnamed"), "Colour = 77");
}

TEST_P(debug_values, of_structures_with_base_classes_bit_fields_and_unions) {
  EXPECT_EQ(in_main("point"), "Point = {Base: {base: 7}, x: 3, y: 0.5, tag: 'q' 113, colour: Colour::green 5}");
  EXPECT_EQ(in_main("flags"), "Flags = {low: 5, middle: -3, high: 78187493520}");
  EXPECT_EQ(in_main("either"), "Either = {number: 1069547520, real: 1.5}");
  EXPECT_EQ(in_main("box"), "Box<int, 3> = {items: {[0]: 1, [1]: 2, [2]: 3}}");
  EXPECT_EQ(in_main("lambda"), "lambda = {reference: 42, n: 3}");
  // The place of a virtual base is found through the object's table.
  EXPECT_NE(in_main("left").find("Base: {base: 7}"), std::string::npos);
}

TEST_P(debug_values, of_arrays_with_several_dimensions_and_characters) {
  EXPECT_EQ(in_main("matrix"), "Matrix = {[0]: {[0]: 1, [1]: 2, [2]: 3}, [1]: {[0]: 4, [1]: 5, [2]: 6}}");
  EXPECT_EQ(in_main("buffer").substr(0, 14), "char[8] = \"ab\"");
}

TEST_P(debug_values, of_pointers_and_references) {
  EXPECT_EQ(in_main("reference"), "int& = 42");
  EXPECT_EQ(in_main("constant").substr(0, 32), "const Point& = {Base: {base: 7},");
  EXPECT_EQ(in_main("missing"), "Missing* = 0x00000");
  EXPECT_EQ(in_main("text"), "const char* const = 0x00407 \"hel\\\"lo\\n\"");
  EXPECT_NE(in_main("utf16").find("\"é😀\""), std::string::npos);
  EXPECT_EQ(in_main("function"), "int (*)(int) = 0x00001 scopes");
  EXPECT_EQ(in_main("row"), "int (*)[3] = 0x00000");
  EXPECT_EQ(in_main("indirect").substr(0, 5), "int**");
  EXPECT_EQ(in_main("member"), "int Point::* = 4 Point::x");
  for (const shown_variable& one : in_run_) {
    if (one.value.name != "pointer") continue;
    EXPECT_EQ(one.value.points_to_size, 4u);
    const auto target = program.info().value_at("int", *one.value.points_to, program.frame(in_run));
    ASSERT_TRUE(target.has_value());
    EXPECT_EQ(target->text, "42");
  }
}

TEST_P(debug_values, have_addresses_sizes_and_places_of_bits) {
  const auto point = std::ranges::find(in_run_, "flags", [](const shown_variable& one) { return one.value.name; });
  ASSERT_NE(point, in_run_.end());
  const shown_value& middle = point->value.parts.at(1);
  EXPECT_EQ(middle.address, point->value.address);
  EXPECT_EQ(middle.bit_offset, 3u);
  EXPECT_EQ(middle.bit_size, 5u);
  EXPECT_EQ(point->value.size, 8u);
}

TEST_P(debug_values, have_types_of_known_size) {
  const auto size = [this](std::string_view type) { return program.info().size_of(type); };
  EXPECT_EQ(size("short"), 2u);
  EXPECT_EQ(size("Flags"), 8u);
  EXPECT_EQ(size("Node"), 8u);
  EXPECT_EQ(size("Node*"), 4u);
  EXPECT_EQ(size("Point"), 24u);
  EXPECT_EQ(size("Box<int, 3>"), 12u);
  EXPECT_EQ(size("Missing"), 0u);
  EXPECT_EQ(size("nothing of this name"), 0u);
}

TEST_P(debug_values, that_point_at_themselves_end) {
  const auto loop = program.info().value_at(
      "Node",
      *std::ranges::find(in_run_, "loop", [](const shown_variable& one) { return one.value.name; })->value.address,
      program.frame(in_run));
  ASSERT_TRUE(loop.has_value());
  EXPECT_EQ(loop->parts.at(0).points_to, loop->address);
}

TEST_P(debug_values, are_of_the_blocks_around_an_address) {
  const auto loop = program.variables(program.frame(in_loop, 2));
  EXPECT_EQ(shown(loop, "twice"), "int = 2");
  EXPECT_EQ(shown(loop, "i"), "int = 1");
  EXPECT_EQ(shown(loop, "n"), "int = 42");
  EXPECT_EQ(shown(loop, "total"), "int = 42");
  const auto block = program.variables(program.frame(in_block));
  EXPECT_EQ(shown(block, "twice"), "");
  ASSERT_EQ(block.size(), 3u);
  EXPECT_EQ(block[1].scope, 0u);
  EXPECT_EQ(written(block[1].value), "44");
  EXPECT_EQ(block[2].scope, 1u);
  EXPECT_NE(block[2].value.text.find("\"shadow\""), std::string::npos);
  EXPECT_EQ(block[0].what, shown_variable::role::parameter);
  EXPECT_EQ(block[0].line, 52u);
}

TEST_P(debug_values, belong_to_functions_with_their_classes_and_arguments) {
  const recorded_frame& frame = program.frame(in_template);
  const auto functions = program.info().functions_at(frame.address);
  ASSERT_EQ(functions.size(), 1u);
  EXPECT_EQ(functions[0].name, "Box<int, 3>::sum");
  EXPECT_FALSE(functions[0].is_inlined);
  const auto variables = program.variables(frame);
  EXPECT_EQ(shown(variables, "this").substr(0, 18), "const Box<int, 3>*");
  EXPECT_EQ(shown(variables, "total"), "int = 16");
}

TEST_P(debug_values, are_not_there_before_the_end_of_the_prologue) {
  const recorded_frame& frame = program.frame(at_entry);
  const auto end = program.info().prologue_end(frame.address);
  ASSERT_TRUE(end.has_value());
  for (const shown_variable& one : program.variables(frame)) EXPECT_FALSE(one.in_prologue);
  EXPECT_FALSE(program.info().covers(*end + 100'000));
  const auto early = program.info().variables(*end - 1, 0, frame);
  ASSERT_FALSE(early.empty());
  EXPECT_TRUE(early[0].in_prologue);
}

TEST_P(debug_values, of_globals_are_named_with_their_namespace_or_function) {
  const auto globals = program.info().globals(program.frame(in_run));
  EXPECT_EQ(shown(globals, "counter"), "int = 42");
  EXPECT_EQ(shown(globals, "outer::hidden"), "int = 12");
  EXPECT_EQ(shown(globals, "run::kept"), "int = 3");
  EXPECT_EQ(globals.size(), 4u);
}

TEST_P(debug_values, need_the_local_that_is_the_frame_base) {
  const auto needed = program.info().locals_needed(program.frame(in_run).address);
  EXPECT_EQ(needed.size(), 1u);
}

TEST_P(debug_values, are_cut_at_the_limits) {
  const recorded_frame& frame = program.frame(in_run);
  const auto narrow = program.info().variables(frame.address, 0, frame, {.width = 2, .depth = 1, .total = 100});
  const auto of = [&](std::string_view name) {
    return std::ranges::find(narrow, name, [](const shown_variable& one) { return one.value.name; })->value;
  };
  EXPECT_EQ(of("buffer").parts.size(), 2u);
  EXPECT_TRUE(of("buffer").is_cut);
  EXPECT_TRUE(of("matrix").parts.at(0).is_cut);
  EXPECT_TRUE(of("matrix").parts.at(0).parts.empty());
}

TEST_P(debug_values, outside_of_memory_are_unavailable) {
  recorded_frame frame = program.frame(in_run);
  frame.locals.clear();
  for (const shown_variable& one : program.variables(frame)) {
    if (one.value.name == "kept") continue;
    EXPECT_EQ(written(one.value), "<unavailable>") << one.value.name;
  }
  const auto outside = program.info().value_at("Point", 131'060, program.frame(in_run));
  ASSERT_TRUE(outside.has_value());
  EXPECT_EQ(outside->what, shown_value::state::unavailable);
  EXPECT_FALSE(program.info().value_at("NoSuchType", 1024, program.frame(in_run)).has_value());
}

}  // namespace
}  // namespace pagewise
