#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "heap/block_table.h"
#include "wasm/module.h"

namespace pagewise {

struct allocator_function {
  std::uint32_t index;
  allocator_call call;
};

/// Which allocator call a function of this name is: C names, demangled or mangled C++ operators, the names that
/// dlmalloc, emmalloc and mimalloc give the same entry points, and those of announcements.
std::optional<allocator_call> allocator_call_named(std::string_view name);

/// The functions of a module that allocate or free, by their exported names and the name section, in index order.
/// Only those with the signature of a 32-bit C library count.
std::vector<allocator_function> find_allocator_functions(const module& in);

}  // namespace pagewise
