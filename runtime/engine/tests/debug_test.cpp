#include <gtest/gtest.h>

#include <random>
#include <string_view>

#include "debug/data_symbols.h"
#include "debug/line_table.h"
#include "sample_module.h"

namespace pagewise {
namespace {

/// A module with a custom section of this name behind it.
std::vector<std::uint8_t> with_section(std::vector<std::uint8_t> file, std::string_view name,
                                       const std::vector<std::uint8_t>& contents) {
  byte_writer body;
  body.name(name);
  body.raw(contents);
  byte_writer section;
  section.u8(section_id::custom);
  section.unsigned_leb(body.size());
  section.raw(body.view());
  file.insert(file.end(), section.view().begin(), section.view().end());
  return file;
}

TEST(line_table, tells_a_toolchain_s_files_from_the_program_s) {
  for (const char* path : {"/usr/include/stdio.h", "/rustc/5d3e/library/core/src/fmt/mod.rs", "./dlmalloc/src/malloc.c",
                           "./libc-top-half/musl/src/string/strlen.c", "/home/me/wasi-libc/libc-bottom-half/crt/crt1.c"})
    EXPECT_TRUE(is_library_path(path)) << path;
  for (const char* path : {"hello.c", "./src/dlmalloc/x.c", "/home/me/usr/main.cpp", "/program/main.cpp"})
    EXPECT_FALSE(is_library_path(path)) << path;
}

/// `.debug_line` of DWARF 4 with the file lib/main.c and three rows: 1 at line 3, 5 at line 4 (no statement, end of the
/// prologue), the end at 9.
const std::vector<std::uint8_t> line_section = {
    0x43, 0, 0, 0, 4, 0, 0x22, 0, 0, 0,           // unit length, version, header length
    1, 1, 1, 0xfb, 14, 13,                        // lengths, default is_stmt, line base -5, range 14, opcode base 13
    0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1,           // operands of the standard opcodes
    'l', 'i', 'b', 0, 0,                          // folders
    'm', 'a', 'i', 'n', '.', 'c', 0, 1, 0, 0, 0,  // files
    0, 5, 2, 1, 0, 0, 0,                          // set address 1
    3, 2, 1,                                      // advance line by 2, copy
    2, 4, 3, 1, 6, 10, 1,                         // advance address by 4, line by 1, negate is_stmt, prologue end, copy
    2, 4, 0, 1, 1,                                // advance address by 4, end of sequence
};

/// `read_module` keeps views into the file, so the file has to live on.
line_table lines_of(const std::vector<std::uint8_t>& file) {
  const auto read = read_module(file);
  EXPECT_TRUE(read.has_value());
  return read ? read_line_table(*read) : line_table{};
}

std::vector<std::uint8_t> sized(std::vector<std::uint8_t> section) {
  section[0] = static_cast<std::uint8_t>(section.size() - 4);
  return section;
}

TEST(line_table, reads_rows_files_and_the_end_of_a_sequence) {
  const auto file = with_section(sample_module(), ".debug_line", sized(line_section));
  const line_table table = lines_of(file);
  ASSERT_EQ(table.rows.size(), 3u);
  ASSERT_NE(table.find(1), nullptr);
  EXPECT_EQ(table.find(1)->line, 3u);
  EXPECT_EQ(table.find(4)->line, 3u);
  EXPECT_EQ(table.find(5)->line, 4u);
  EXPECT_EQ(table.files[table.find(5)->file], "lib/main.c");
  EXPECT_TRUE(table.rows[0].is_statement);
  EXPECT_FALSE(table.rows[0].prologue_end);
  EXPECT_FALSE(table.rows[1].is_statement);
  EXPECT_TRUE(table.rows[1].prologue_end);
  EXPECT_FALSE(table.rows[2].prologue_end);
  EXPECT_EQ(table.find(9), nullptr);
  EXPECT_EQ(table.find(0), nullptr);
}

TEST(line_table, leaves_out_functions_that_the_linker_dropped) {
  for (const std::uint8_t dropped_at : {0x00, 0xff}) {
    constexpr std::ptrdiff_t program_size = 22;
    auto section = line_section;
    const std::vector<std::uint8_t> dropped = {
        0, 5, 2, dropped_at, dropped_at, dropped_at, dropped_at,  // set address
        1, 2, 3, 1, 2, 4, 0, 1, 1,                                // copy, rows 3 and 7 bytes on, the end
    };
    section.insert(section.end() - program_size, dropped.begin(), dropped.end());
    const auto file = with_section(sample_module(), ".debug_line", sized(section));
    EXPECT_EQ(lines_of(file).rows.size(), 3u) << int{dropped_at};
  }
}

TEST(line_table, has_no_rows_where_there_is_no_debug_information) {
  EXPECT_TRUE(lines_of(sample_module()).rows.empty());
}

TEST(line_table, ends_where_entries_take_no_bytes) {
  std::vector<std::uint8_t> section = {
      0, 0, 0, 0, 5, 0, 4, 0, 60, 0, 0, 0,   // unit length (below), version, sizes, header length
      1, 1, 1, 0xfb, 14, 13,                 // as above
      0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1,    // operands of the standard opcodes
      1, 1, 0x19,                            // one format: a path, of the form that is just present
      0xff, 0xff, 0xff, 0xff, 0xff, 0x7f,    // so many folders
  };
  section.resize(section.size() + 40);
  section[0] = static_cast<std::uint8_t>(section.size() - 4);
  const auto file = with_section(sample_module(), ".debug_line", section);
  const auto read = read_module(file);
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(read_line_table(*read).rows.empty());
}

TEST(debug_information, that_was_damaged_or_is_noise_is_read_to_an_end) {
  std::mt19937 random(11);
  const auto noise = [&](std::size_t most) {
    std::vector<std::uint8_t> bytes(random() % most);
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
    if (bytes.size() >= 4) bytes[1] = bytes[2] = bytes[3] = 0;  // a length that leads into the noise
    return bytes;
  };
  std::size_t rows = 0;
  for (int i = 0; i < 20'000; ++i) {
    auto damaged = sized(line_section);
    for (int j = 0; j < 2; ++j) damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
    auto file = with_section(sample_module(), ".debug_line", i % 2 ? damaged : noise(96));
    for (const std::string_view name : {".debug_info", ".debug_abbrev", ".debug_str", ".debug_line_str"}) {
      file = with_section(std::move(file), name, noise(64));
    }
    const auto read = read_module(file);
    ASSERT_TRUE(read.has_value());
    rows += read_line_table(*read).rows.size();
    read_data_symbols(*read);
  }
  EXPECT_GT(rows, 0u);
}

}  // namespace
}  // namespace pagewise
