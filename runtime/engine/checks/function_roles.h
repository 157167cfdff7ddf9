#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "rewrite/line_sites.h"
#include "wasm/module.h"

namespace pagewise {

/// What checks know of a function by its name and its lines.
struct function_role {
  bool is_own = false;         ///< the learner's: it has steps
  bool is_allocator = false;   ///< of the allocator's inside, or asking about it: it may touch what lies between blocks
  bool is_copying = false;     ///< copies bytes without looking at them
  bool is_formatting = false;  ///< `printf` and its kin: what it reads of its arguments, it prints
  bool is_throwing = false;    ///< throws a C++ exception for its caller
  bool is_announcing = false;  ///< announces blocks: of the learner's own allocator
};

/// Whether a function of this name copies bytes without looking at them: `memcpy` and its kin.
bool is_copying_name(std::string_view name);

/// A role for each function of a module.
std::vector<function_role> roles_of(const module& program, std::span<const line_site> sites, bool is_optimised);

/// The function that is the program's `main`, as it is exported or named; none where there is none.
std::optional<std::uint32_t> main_function(const module& program);

}  // namespace pagewise
