#include "rewrite/allocator_functions.h"

#include <gtest/gtest.h>

namespace pagewise {
namespace {

using enum allocator_call;

TEST(allocator_functions, are_known_by_every_name_they_have) {
  EXPECT_EQ(allocator_call_named("malloc"), malloc_);
  EXPECT_EQ(allocator_call_named("dlmalloc"), malloc_);
  EXPECT_EQ(allocator_call_named("mi_free"), free_);
  EXPECT_EQ(allocator_call_named("emmalloc_realloc"), realloc_);
  EXPECT_EQ(allocator_call_named("emscripten_builtin_memalign"), memalign_);
  EXPECT_EQ(allocator_call_named("operator new(unsigned long)"), new_);
  EXPECT_EQ(allocator_call_named("_Znam"), new_array);
  EXPECT_EQ(allocator_call_named("operator delete(void*, unsigned long)"), delete_);
  EXPECT_EQ(allocator_call_named("_ZdaPv"), delete_array);
  EXPECT_EQ(allocator_call_named("pagewise_allocated"), announced);
  EXPECT_EQ(allocator_call_named("pagewise_released"), announced_release);
  EXPECT_EQ(allocator_call_named("pagewise_released_all"), announced_release_all);
}

TEST(allocator_functions, are_not_confused_with_their_neighbours) {
  for (const char* name : {"", "mallocate", "my_malloc", "freeze", "operator new", "std::allocator<int>::allocate"}) {
    EXPECT_FALSE(allocator_call_named(name).has_value()) << name;
  }
}

}  // namespace
}  // namespace pagewise
