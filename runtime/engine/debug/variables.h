#pragma once

#include <optional>
#include <span>
#include <vector>

#include "debug/debug_info.h"
#include "debug/entries.h"
#include "debug/storage.h"

namespace pagewise {

/// Where a variable is looked for: a frame of a function, stopped at an address; without function, static variables
/// only.
struct variable_place {
  const entry_table& entries;
  const frame_view& frame;
  entry_index function;
  std::uint64_t address;
  std::span<const std::uint8_t> local_types;
};

struct located_variable {
  storage at;
  bool is_static = false;    ///< it has a fixed address
  bool is_in_frame = false;  ///< one expression holds in the whole function: only the prologue makes it true
};

/// Finds a variable's bytes by its location, the location list's entry for the address, or its constant value.
located_variable locate(const variable_place& place, entry_index variable, std::uint64_t size);

/// The fixed address of a variable; none when it has no such place, or the linker dropped it.
std::optional<std::uint64_t> static_address(const entry_table& entries, entry_index variable);

/// Variables outside of functions, and static ones within, that have a fixed address; each once.
std::vector<entry_index> global_variables(const entry_table& entries);

}  // namespace pagewise
