#include "wasm/byte_reader.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

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

TEST(byte_reader, refuses_a_number_with_too_many_bits) {
  const std::uint8_t five_bytes[] = {0xff, 0xff, 0xff, 0xff, 0x7f};
  byte_reader reader(five_bytes);
  reader.u32();
  EXPECT_FALSE(reader.ok());
  EXPECT_STREQ(reader.reason(), "integer too large");
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
