#include "wasm/module.h"

#include <gtest/gtest.h>

#include <random>

#include "sample_module.h"

namespace pagewise {
namespace {

TEST(module, tells_what_it_has) {
  const auto file = sample_module();
  const auto read = read_module(file);
  ASSERT_TRUE(read.has_value()) << read.error().reason << " at " << read.error().offset;
  EXPECT_EQ(read->functions.size(), 1u);
  EXPECT_EQ(read->bodies.size(), 1u);
  EXPECT_EQ(read->exported_functions.at("malloc"), 0u);
  EXPECT_EQ(read->stack_pointer, 0u);
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
