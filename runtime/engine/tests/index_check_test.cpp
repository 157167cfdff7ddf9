#include "wasm/index_check.h"

#include <gtest/gtest.h>

#include "rewrite/rewrite.h"
#include "sample_module.h"

namespace pagewise {
namespace {

/// A module with two types, one function, table, memory and global; with this body, which takes one i32.
std::vector<std::uint8_t> with_body(std::vector<std::uint8_t> code, std::vector<std::uint8_t> locals = {0}) {
  byte_writer file;
  for (const char byte : {'\0', 'a', 's', 'm', '\1', '\0', '\0', '\0'}) file.u8(static_cast<std::uint8_t>(byte));
  write_section(file, section_id::type, {2, 0x60, 1, 0x7f, 0, 0x60, 0, 0});
  write_section(file, section_id::function, {1, 0});
  write_section(file, section_id::table, {1, 0x70, 0, 1});
  write_section(file, section_id::memory, {1, 0, 1});
  write_section(file, section_id::global, {1, 0x7f, 1, 0x41, 0, 0x0b});
  file.u8(section_id::code);
  file.unsigned_leb(code.size() + locals.size() + 2);
  file.u8(1);
  file.unsigned_leb(code.size() + locals.size());
  file.raw(locals);
  file.raw(code);
  return file.release();
}

std::string refusal_of(const std::vector<std::uint8_t>& file) {
  const auto read = read_module(file);
  if (!read) return read.error().reason;
  const auto written = rewrite(*read, {.how = recording::second_memory});
  return written ? "" : written.error().reason;
}

struct example {
  const char* reason;
  std::vector<std::uint8_t> known;    ///< code that names the last of a kind
  std::vector<std::uint8_t> unknown;  ///< the same with the next index, where the rewriter puts its own
};

TEST(index_check, refuses_what_only_the_rewriter_would_add) {
  const example examples[] = {
      {"unknown label", {0x0c, 0, 0x0b}, {0x0c, 1, 0x0b}},
      {"unknown label", {0x02, 0x40, 0x0c, 1, 0x0b, 0x0b}, {0x02, 0x40, 0x0c, 2, 0x0b, 0x0b}},
      {"unknown label", {0x0e, 1, 0, 0, 0x0b}, {0x0e, 1, 1, 0, 0x0b}},
      {"unknown label", {0x1f, 0x40, 1, 2, 0, 0x0b, 0x0b}, {0x1f, 0x40, 1, 2, 1, 0x0b, 0x0b}},
      {"unknown label", {0x06, 0x40, 0x18, 0, 0x0b}, {0x06, 0x40, 0x18, 1, 0x0b}},
      {"unknown local", {0x20, 0, 0x1a, 0x0b}, {0x20, 1, 0x1a, 0x0b}},
      {"unknown function", {0x10, 0, 0x0b}, {0x10, 1, 0x0b}},
      {"unknown function", {0x12, 0, 0x0b}, {0x12, 1, 0x0b}},
      {"unknown table", {0x11, 1, 0, 0x0b}, {0x11, 1, 1, 0x0b}},
      {"unknown table", {0xfc, 14, 0, 0, 0x0b}, {0xfc, 14, 0, 1, 0x0b}},
      {"unknown memory", {0x3f, 0, 0x1a, 0x0b}, {0x3f, 1, 0x1a, 0x0b}},
      {"unknown memory", {0x28, 0x42, 0, 0, 0x0b}, {0x28, 0x42, 1, 0, 0x0b}},
      {"unknown memory", {0xfc, 10, 0, 0, 0x0b}, {0xfc, 10, 0, 1, 0x0b}},
      {"unknown global", {0x24, 0, 0x0b}, {0x24, 1, 0x0b}},
      {"unknown type", {0x02, 1, 0x0b, 0x0b}, {0x02, 2, 0x0b, 0x0b}},
      {"unknown type", {0x02, 0x63, 1, 0x0b, 0x0b}, {0x02, 0x63, 2, 0x0b, 0x0b}},
      {"unknown type", {0xd0, 1, 0x1a, 0x0b}, {0xd0, 2, 0x1a, 0x0b}},
      {"unknown type", {0xfb, 20, 1, 0x0b}, {0xfb, 20, 2, 0x0b}},
  };
  for (const example& each : examples) {
    EXPECT_EQ(refusal_of(with_body(each.known)), "") << testing::PrintToString(each.known);
    EXPECT_EQ(refusal_of(with_body(each.unknown)), each.reason) << testing::PrintToString(each.unknown);
  }
  EXPECT_EQ(refusal_of(with_body({0xfc, 9, 0, 0x0b})), "data count section required");
  EXPECT_EQ(refusal_of(with_body({0x0b}, {1, 1, 0x63, 1})), "");
  EXPECT_EQ(refusal_of(with_body({0x0b}, {1, 1, 0x63, 2})), "unknown type");
}

std::string refusal_of_section(std::uint8_t id, std::initializer_list<std::uint8_t> contents) {
  std::vector<std::uint8_t> file = with_body({0x0b});
  byte_writer section;
  write_section(section, id, contents);
  const auto read = read_module(file);
  const std::size_t code_head = 2;  // id and size
  const std::size_t at = id == section_id::data ? file.size() : read->find(section_id::code)->offset - code_head;
  file.insert(file.begin() + static_cast<std::ptrdiff_t>(at), section.view().begin(), section.view().end());
  return refusal_of(file);
}

TEST(index_check, looks_into_segments_of_every_form) {
  using contents = std::initializer_list<std::uint8_t>;
  for (const contents known : {contents{1, 0, 0x41, 0, 0x0b, 1, 0}, {1, 1, 0, 1, 0}, {1, 2, 0, 0x41, 0, 0x0b, 0, 1, 0},
                               {1, 3, 0, 1, 0}, {1, 4, 0x41, 0, 0x0b, 1, 0xd2, 0, 0x0b},
                               {1, 5, 0x70, 1, 0xd0, 0x70, 0x0b}, {1, 6, 0, 0x41, 0, 0x0b, 0x70, 1, 0xd2, 0, 0x0b},
                               {1, 7, 0x63, 1, 0}}) {
    EXPECT_EQ(refusal_of_section(section_id::element, known), "") << testing::PrintToString(known);
  }
  EXPECT_EQ(refusal_of_section(section_id::element, {1, 0, 0x41, 0, 0x0b, 1, 1}), "unknown function");
  EXPECT_EQ(refusal_of_section(section_id::element, {1, 4, 0x41, 0, 0x0b, 1, 0xd2, 1, 0x0b}), "unknown function");
  EXPECT_EQ(refusal_of_section(section_id::element, {1, 2, 1, 0x41, 0, 0x0b, 0, 0}), "unknown table");
  EXPECT_EQ(refusal_of_section(section_id::element, {1, 7, 0x63, 2, 0}), "unknown type");
  EXPECT_EQ(refusal_of_section(section_id::element, {1, 0, 0x23, 1, 0x0b, 0}), "unknown global");
  EXPECT_EQ(refusal_of_section(section_id::element, {1, 8}), "malformed elements segment kind");
  EXPECT_EQ(refusal_of_section(section_id::data, {2, 0, 0x41, 0, 0x0b, 1, 'x', 1, 1, 'y'}), "");
  EXPECT_EQ(refusal_of_section(section_id::data, {1, 2, 1, 0x41, 0, 0x0b, 0}), "unknown memory");
  EXPECT_EQ(refusal_of_section(section_id::data, {1, 3}), "malformed data segment kind");
}

}  // namespace
}  // namespace pagewise
