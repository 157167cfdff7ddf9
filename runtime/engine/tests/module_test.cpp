#include "wasm/module.h"

#include <gtest/gtest.h>

#include <random>

#include "sample_module.h"
#include "wasm/instruction.h"

namespace pagewise {
namespace {

byte_writer header() {
  byte_writer file;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
  return file;
}

const char* refusal_of(const byte_writer& file) {
  const auto read = read_module(file.view());
  return read ? nullptr : read.error().reason;
}

TEST(module, tells_what_it_has) {
  const auto file = sample_module();
  const auto read = read_module(file);
  ASSERT_TRUE(read.has_value()) << read.error().reason << " at " << read.error().offset;
  EXPECT_EQ(read->functions.size(), 1u);
  EXPECT_EQ(read->bodies.size(), 1u);
  EXPECT_EQ(read->exported_functions.at("malloc"), 0u);
  EXPECT_EQ(read->stack_pointer, 0u);
  ASSERT_EQ(read->memories.size(), 1u);
  EXPECT_EQ(read->memories[0].minimum, 1u);
  EXPECT_EQ(read->memories[0].maximum, 2u);
  EXPECT_FALSE(read->memories[0].is_imported);
  EXPECT_TRUE(read->globals.at(0).is_mutable);
  EXPECT_TRUE(read->globals.at(0).type.is(value_i32));
}

TEST(module, refuses_two_exports_of_one_name) {
  byte_writer file = header();
  write_section(file, section_id::table, {1, value_funcref, 0, 1});
  write_section(file, section_id::memory, {1, 0, 1});
  write_section(file, section_id::export_, {2, 1, 'x', external_kind::table, 0, 1, 'x', external_kind::memory, 0});
  EXPECT_STREQ(refusal_of(file), "duplicate export name");
}

TEST(module, has_no_stack_pointer_when_the_global_of_that_name_is_64_bit) {
  auto file = sample_module();
  const auto before = read_module(file);
  file[before->find(section_id::global)->offset + 1] = value_i64;
  const auto read = read_module(file);
  ASSERT_TRUE(read.has_value()) << read.error().reason;
  EXPECT_EQ(before->stack_pointer, 0u);
  EXPECT_EQ(read->stack_pointer, std::nullopt);
}

TEST(module, keeps_types_as_they_are_encoded) {
  byte_writer file = header();
  // A group of: a struct that others may extend, a final subtype of it, (ref null 0, externref) -> (v128), an array.
  write_section(file, section_id::type,
                {2, 0x4e, 3, 0x50, 0, 0x5f, 1, 0x78, 1, 0x4f, 1, 0, 0x5f, 2, 0x78, 1, 0x7f, 0,
                 0x60, 2, 0x63, 0, 0x6f, 1, 0x7b, 0x5e, 0x64, 0x6e, 0});
  const auto read = read_module(file.view());
  ASSERT_TRUE(read.has_value()) << read.error().reason << " at " << read.error().offset;
  ASSERT_EQ(read->types.size(), 4u);
  EXPECT_FALSE(read->types[1].is_function);
  const function_type& type = read->types[2];
  ASSERT_TRUE(type.is_function);
  ASSERT_EQ(type.parameters.size(), 2u);
  EXPECT_EQ(type.parameters[0].encoding.size(), 2u);
  EXPECT_TRUE(type.parameters[1].is(0x6f));
  EXPECT_TRUE(type.results.at(0).is(value_v128));
}

TEST(module, lists_what_it_imports_before_what_it_defines) {
  byte_writer file = header();
  write_section(file, section_id::type, {1, 0x60, 0, 0});
  write_section(file, section_id::import, {5, 1, 'm', 1, 'f', 0, 0, 1, 'm', 1, 't', 1, 0x70, 0, 1,
                                           1, 'm', 1, 'm', 2, 7, 1, 2, 1, 'm', 1, 'g', 3, 0x7e, 0, 1, 'm', 1, 'e', 4, 0, 0});
  write_section(file, section_id::function, {1, 0});
  write_section(file, section_id::table, {2, 0x70, 4, 1, 0x40, 0, 0x63, 0, 0, 1, 0xd0, 0, 0x0b});
  write_section(file, section_id::memory, {1, 0, 3});
  write_section(file, section_id::tag, {1, 0, 0});
  write_section(file, section_id::global, {1, 0x64, 0, 1, 0xd2, 1, 0x0b});
  write_section(file, section_id::export_, {1, 1, 'x', 2, 1});
  write_section(file, section_id::start, {1});
  write_section(file, section_id::data_count, {0});
  write_section(file, section_id::code, {1, 2, 0, 0x0b});
  const auto read = read_module(file.view());
  ASSERT_TRUE(read.has_value()) << read.error().reason << " at " << read.error().offset;
  EXPECT_EQ(read->imported_functions, 1u);
  EXPECT_EQ(read->functions.size(), 2u);
  EXPECT_EQ(read->tables, 3u);
  ASSERT_EQ(read->memories.size(), 2u);
  EXPECT_EQ(read->imported_memories, 1u);
  EXPECT_TRUE(read->memories[0].is_64 && read->memories[0].is_shared && read->memories[0].is_imported);
  EXPECT_EQ(read->memories[0].maximum, 2u);
  EXPECT_FALSE(read->memories[1].is_64 || read->memories[1].is_shared || read->memories[1].is_imported);
  EXPECT_EQ(read->tags.size(), 2u);
  EXPECT_EQ(read->imported_globals, 1u);
  ASSERT_EQ(read->globals.size(), 2u);
  EXPECT_TRUE(read->globals[0].type.is(value_i64));
  EXPECT_FALSE(read->globals[0].is_mutable);
  EXPECT_TRUE(read->globals[1].is_mutable);
  EXPECT_EQ(read->exported_memories.at("x"), 1u);
  EXPECT_EQ(read->start, 1u);
}

TEST(module, with_a_malformed_section_is_refused_with_the_reason) {
  const auto refused = [](std::uint8_t id, std::initializer_list<std::uint8_t> contents) {
    byte_writer file = header();
    write_section(file, id, contents);
    return refusal_of(file);
  };
  EXPECT_STREQ(refused(14, {}), "malformed section id");
  EXPECT_STREQ(refused(section_id::type, {0, 0}), "section size mismatch");
  EXPECT_STREQ(refused(section_id::type, {1, 0x5d}), "malformed definition type");
  EXPECT_STREQ(refused(section_id::type, {1, 0x60, 1, 0x40, 0}), "malformed value type");
  EXPECT_STREQ(refused(section_id::type, {1, 0x60, 1, 0x63, 0x40, 0}), "malformed heap type");
  EXPECT_STREQ(refused(section_id::type, {1, 0x5e, 0x7f, 2}), "malformed mutability");
  EXPECT_STREQ(refused(section_id::import, {1, 0, 0, 5}), "malformed import kind");
  EXPECT_STREQ(refused(section_id::import, {1, 0, 0, 0, 0}), "unknown type");
  EXPECT_STREQ(refused(section_id::function, {1, 0}), "unknown type");
  EXPECT_STREQ(refused(section_id::memory, {1, 16, 0}), "malformed limits flags");
  EXPECT_STREQ(refused(section_id::memory, {1, 2, 0}), "a shared memory must have a maximum");
  EXPECT_STREQ(refused(section_id::table, {1, 0x70, 3, 0, 0}), "malformed limits flags");
  EXPECT_STREQ(refused(section_id::table, {1, 0x7f, 0, 0}), "malformed reference type");
  EXPECT_STREQ(refused(section_id::element, {1, 5, 0x7f, 0}), "malformed reference type");
  EXPECT_STREQ(refused(section_id::custom, {2, 'x', 0x80}), "malformed UTF-8 encoding");
  EXPECT_STREQ(refused(section_id::tag, {1, 1, 0}), "malformed tag attribute");
  EXPECT_STREQ(refused(section_id::export_, {1, 0, 0, 0}), "an export of what does not exist");
  EXPECT_STREQ(refused(section_id::start, {0}), "unknown function");
  EXPECT_STREQ(refused(section_id::data_count, {1}), "data count and data section have inconsistent lengths");
  EXPECT_STREQ(refused(section_id::code, {1, 2, 0, 0x0b}), "function and code section have inconsistent lengths");
}

TEST(module, with_sections_twice_or_in_another_order_is_refused) {
  byte_writer twice = header();
  write_section(twice, section_id::type, {0});
  write_section(twice, section_id::custom, {1, 'x', 7});
  write_section(twice, section_id::type, {0});
  EXPECT_STREQ(refusal_of(twice), "unexpected content after last section");
  byte_writer tag_after_global = header();
  write_section(tag_after_global, section_id::global, {0});
  write_section(tag_after_global, section_id::tag, {0});
  EXPECT_STREQ(refusal_of(tag_after_global), "unexpected content after last section");
}

TEST(module, keeps_every_custom_section_of_a_name) {
  byte_writer file = header();
  write_section(file, section_id::custom, {1, 'x', 1});
  write_section(file, section_id::custom, {1, 'x', 2, 3});
  const auto read = read_module(file.view());
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->sections.size(), 2u);
  EXPECT_EQ(read->sections[1].contents.size(), 2u);
  EXPECT_EQ(read->find_custom("x"), &read->sections[0]);
}

TEST(module, reads_the_declarations_of_locals) {
  const std::uint8_t declarations[] = {3, 2, 0x7f, 1, 0x63, 0x70, 0, 0x7b, 0x0b};
  byte_reader reader(declarations);
  const auto groups = read_locals(reader);
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_EQ(groups[0].count, 2u);
  EXPECT_EQ(groups[1].type.encoding.size(), 2u);
  EXPECT_EQ(reader.remaining(), 1u);
  const std::uint8_t too_many[] = {2, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x7f, 1, 0x7f};
  byte_reader refused(too_many);
  read_locals(refused);
  EXPECT_STREQ(refused.reason(), "too many locals");
}

TEST(module, is_refused_with_an_offset_wherever_it_is_cut_off) {
  const auto file = sample_module();
  for (std::size_t length = 0; length < file.size(); ++length) {
    const auto read = read_module(bytes(file).first(length));
    if (!read) { EXPECT_LE(read.error().offset, length); }
  }
}

TEST(module, survives_random_changes) {
  std::mt19937 random(4);
  for (int i = 0; i < 20'000; ++i) {
    auto file = sample_module();
    for (int j = 0; j < 3; ++j) file[8 + random() % (file.size() - 8)] = static_cast<std::uint8_t>(random());
    const auto read = read_module(file);
    if (!read) { EXPECT_NE(read.error().reason, nullptr); }
  }
}

TEST(module, of_another_kind_of_file_is_refused) {
  const std::uint8_t text[] = {'#', 'i', 'n', 'c', 'l', 'u', 'd', 'e'};
  const auto read = read_module(text);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().offset, 0u);
}

}  // namespace
}  // namespace pagewise
