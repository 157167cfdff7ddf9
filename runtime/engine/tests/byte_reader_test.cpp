#include "wasm/byte_reader.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <vector>

#include "wasm/byte_writer.h"

namespace pagewise {
namespace {

TEST(byte_reader, reads_back_every_unsigned_number_that_was_written) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 10'000; ++i) {
    const std::uint64_t number = random() >> (random() % 64);
    byte_writer writer;
    writer.unsigned_leb(number);
    byte_reader reader(writer.view());
    EXPECT_EQ(reader.unsigned_leb(64), number);
    EXPECT_TRUE(reader.ok() && reader.at_end());
  }
}

TEST(byte_reader, reads_back_every_signed_number_that_was_written) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 10'000; ++i) {
    const auto number = static_cast<std::int64_t>(random()) >> (random() % 64);
    byte_writer writer;
    writer.signed_leb(number);
    byte_reader reader(writer.view());
    EXPECT_EQ(reader.signed_leb(64), number);
    EXPECT_TRUE(reader.ok() && reader.at_end());
  }
}

TEST(byte_reader, reads_names_in_utf8_alone) {
  const auto reads = [](std::vector<std::uint8_t> text) {
    text.insert(text.begin(), static_cast<std::uint8_t>(text.size()));
    byte_reader reader(text);
    return reader.name().size() + 1 == text.size() && reader.ok();
  };
  for (const std::vector<std::uint8_t>& text : std::vector<std::vector<std::uint8_t>>{
           {}, {'a', 0, 0x7f}, {0xc2, 0x80}, {0xdf, 0xbf}, {0xe0, 0xa0, 0x80}, {0xed, 0x9f, 0xbf}, {0xee, 0x80, 0x80},
           {0xf0, 0x90, 0x80, 0x80}, {0xf4, 0x8f, 0xbf, 0xbf}}) {
    EXPECT_TRUE(reads(text)) << testing::PrintToString(text);
  }
  for (const std::vector<std::uint8_t>& text : std::vector<std::vector<std::uint8_t>>{
           {0x80}, {0xbf}, {0xc1, 0xbf}, {0xc2}, {0xc2, 'a'}, {0xe0, 0x9f, 0xbf}, {0xed, 0xa0, 0x80}, {0xed, 0xbf, 0xbf},
           {0xef, 0xbf}, {0xf0, 0x8f, 0xbf, 0xbf}, {0xf4, 0x90, 0x80, 0x80}, {0xf5, 0x80, 0x80, 0x80}, {0xff}}) {
    EXPECT_FALSE(reads(text)) << testing::PrintToString(text);
  }
}

const char* refusal_of(std::initializer_list<std::uint8_t> encoded, bool is_signed, unsigned bits = 32) {
  byte_reader reader(bytes(encoded.begin(), encoded.size()));
  if (is_signed) reader.signed_leb(bits);
  else reader.unsigned_leb(bits);
  return reader.reason();
}

TEST(byte_reader, refuses_a_number_with_too_many_bits) {
  EXPECT_STREQ(refusal_of({0xff, 0xff, 0xff, 0xff, 0x0f}, false), nullptr);
  EXPECT_STREQ(refusal_of({0xff, 0xff, 0xff, 0xff, 0x1f}, false), "integer too large");
  EXPECT_STREQ(refusal_of({0xff, 0xff, 0xff, 0xff, 0xff}, false), "integer representation too long");
  EXPECT_STREQ(refusal_of({0xff, 0xff, 0xff, 0xff, 0x7f}, true), nullptr);
  EXPECT_STREQ(refusal_of({0xff, 0xff, 0xff, 0xff, 0x07}, true), nullptr);
  EXPECT_STREQ(refusal_of({0xff, 0xff, 0xff, 0xff, 0x0f}, true), "integer too large");
  EXPECT_STREQ(refusal_of({0x80, 0x80, 0x80, 0x80, 0x70}, true), "integer too large");
  EXPECT_STREQ(refusal_of({0x80, 0x80, 0x80, 0x80, 0x80}, true), "integer representation too long");
  EXPECT_STREQ(refusal_of({0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f}, true, 64), nullptr);
  EXPECT_STREQ(refusal_of({0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7e}, true, 64), "integer too large");
}

TEST(byte_reader, reads_the_most_negative_numbers) {
  const std::uint8_t smallest[] = {0x80, 0x80, 0x80, 0x80, 0x78};
  EXPECT_EQ(byte_reader(smallest).signed_leb(32), std::numeric_limits<std::int32_t>::min());
}

TEST(byte_reader, keeps_the_first_error_with_its_offset_in_the_file) {
  const std::uint8_t two[] = {1, 2};
  byte_reader reader(two, 100);
  reader.skip(1);
  EXPECT_EQ(reader.fixed(4), 0u);
  EXPECT_EQ(reader.failed_at(), 101u);
  reader.fail("something later");
  EXPECT_STREQ(reader.reason(), "unexpected end");
  EXPECT_TRUE(reader.at_end());
}

TEST(byte_reader, never_reads_past_the_end_whatever_a_length_says) {
  const std::uint8_t lies[] = {0xff, 0xff, 0xff, 0xff, 0x0f, 'x'};
  byte_reader reader(lies);
  EXPECT_EQ(reader.name(), "");
  EXPECT_FALSE(reader.ok());
}

}  // namespace
}  // namespace pagewise
