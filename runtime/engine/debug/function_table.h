#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "debug/debug_info.h"
#include "wasm/module.h"

namespace pagewise {

/// A function that stands in a module's table of functions.
struct table_function {
  std::uint32_t index;                 ///< of the function
  std::optional<code_address> starts;  ///< where its code begins; none of an imported one
};

/// Which function a function pointer means: pointers to functions are indices into the module's first table. Read from
/// the element segments that linkers write; what a program puts there later is not known.
class function_table {
public:
  explicit function_table(const module& in);
  [[nodiscard]] std::optional<table_function> at(std::uint64_t index) const;

private:
  struct segment {
    std::uint64_t first;                   ///< index of its first function in the table
    std::vector<table_function> functions;
  };
  std::vector<segment> segments_;
};

}  // namespace pagewise
