#include "recorded_program.h"

namespace pagewise {
namespace {

constexpr auto long_text = "\"a text that does not fit into the object\"";

const shown_value& named(const std::vector<shown_variable>& all, std::string_view name) {
  const auto found = std::ranges::find(all, name, [](const shown_variable& one) { return one.value.name; });
  EXPECT_NE(found, all.end()) << name;
  return found->value;
}

class library_types : public testing::Test {
protected:
  recorded_program program{"library"};
  std::vector<shown_variable> variables = program.variables(program.frames().begin()->second);

  std::string in_run(std::string_view name) const { return shown(variables, name); }
};

TEST_F(library_types, that_are_strings_read_as_text_wherever_their_characters_lie) {
  EXPECT_EQ(named(variables, "brief").type, "std::string");
  EXPECT_EQ(named(variables, "brief").text, "\"brief\"");
  EXPECT_EQ(named(variables, "brief").points_to, named(variables, "brief").address);
  EXPECT_EQ(named(variables, "lengthy").text, long_text);
  EXPECT_EQ(named(variables, "lengthy").points_to_size, 40u);
  EXPECT_EQ(named(variables, "view").text, "\"a text\"");
}

TEST_F(library_types, that_are_sequences_read_as_their_elements) {
  EXPECT_EQ(in_run("numbers"), "std::vector<int> = {3 elements} {[0]: 10, [1]: 20, [2]: 30}");
  EXPECT_EQ(in_run("nested"),
            std::string("std::vector<Thing> = {2 elements} {[0]: {id: 1, name: \"brief\"}, [1]: {id: 2, name: ") +
                long_text + "}}");
  EXPECT_EQ(in_run("bits"), "std::vector<bool> = {3 elements} {[0]: true, [1]: false, [2]: true}");
  EXPECT_EQ(in_run("window"), "std::span<int> = {2 elements} {[0]: 20, [1]: 30}");
  EXPECT_EQ(in_run("pair_of"), "std::array<short, 2> = {2 elements} {[0]: 7, [1]: 8}");
  EXPECT_EQ(in_run("queue"), "std::deque<int> = {2 elements} {[0]: 20, [1]: 30}");
  EXPECT_EQ(in_run("ordered"), "std::map<int, char> = {3 elements} {[1]: 'a' 97, [2]: 'b' 98, [3]: 'c' 99}");
}

TEST_F(library_types, that_own_or_hold_something_show_it) {
  EXPECT_EQ(in_run("owned"), "std::unique_ptr<Thing> = 0x01400 {*: {id: 1, name: \"brief\"}}");
  EXPECT_EQ(in_run("nobody"), "std::unique_ptr<Thing> = 0x00000");
  EXPECT_EQ(in_run("shared").substr(0, 22), "std::shared_ptr<int> =");
  EXPECT_NE(in_run("shared").find("(2 owners) {*: 10}"), std::string::npos);
  EXPECT_EQ(in_run("some"), "std::optional<int> = 4 {*: 4}");
  EXPECT_EQ(in_run("none"), "std::optional<int> = nullopt");
}

TEST_F(library_types, keep_their_raw_fields_below_what_they_mean) {
  const shown_value& numbers = named(variables, "numbers");
  ASSERT_EQ(numbers.parts.size(), 6u);
  EXPECT_FALSE(numbers.parts[2].is_raw);
  EXPECT_TRUE(numbers.parts[3].is_raw);
  EXPECT_EQ(numbers.parts[3].name, "__begin_");
  EXPECT_EQ(numbers.parts[3].points_to, numbers.points_to);
}

TEST_F(library_types, that_hold_no_valid_object_say_nothing) {
  EXPECT_EQ(in_run("wrong"), "std::vector<int> = ");
  // Uninitialised memory is no container: every read of it ends, and shows no element outside of memory.
  recorded_frame noise = program.frames().begin()->second;
  for (const std::uint8_t fill : {0x01, 0x55, 0x7f, 0xcc, 0xff}) {
    std::fill(noise.memory.begin() + 0x1300, noise.memory.begin() + 0x14b0, fill);
    for (const shown_variable& one : program.variables(noise)) EXPECT_LE(one.value.parts.size(), 70u);
  }
}

TEST(library_types_of_older_versions, read_alike) {
  const recorded_program program("library_older");
  const auto variables = program.variables(program.frames().begin()->second);
  EXPECT_EQ(named(variables, "brief").text, "\"brief\"");
  EXPECT_EQ(named(variables, "lengthy").text, long_text);
  EXPECT_EQ(shown(variables, "numbers"), "std::vector<int> = {3 elements} {[0]: 10, [1]: 20, [2]: 30}");
  EXPECT_NE(shown(variables, "owned").find("{*: 20}"), std::string::npos);
  EXPECT_EQ(shown(variables, "ordered"), "std::set<int> = {2 elements} {[0]: 5, [1]: 6}");
}

}  // namespace
}  // namespace pagewise
