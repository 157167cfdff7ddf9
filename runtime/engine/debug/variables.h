#pragma once

#include <optional>
#include <vector>

#include "debug/debug_info.h"
#include "debug/entries.h"
#include "debug/storage.h"
#include "debug/wasm_locals.h"

namespace pagewise {

/// Where a variable is looked for: a frame of a function, stopped at an address; without function, static variables
/// only.
struct variable_place {
  const entry_table& entries;
  const frame_view& frame;
  entry_index function;
  std::uint64_t address;
  const wasm_locals& locals;
  std::vector<std::uint8_t> local_types = locals.types_at(address);
  std::optional<std::vector<local_write>> writes{};  ///< just before the address; found when they are first needed
};

struct located_variable {
  storage at;
  bool is_static = false;    ///< it has a fixed address
  bool is_in_frame = false;  ///< one expression holds in the whole function: only the prologue makes it true
};

/// Finds a variable's bytes by its location, the location list's entry for the address, or its constant value.
///
/// LLVM ends a location with its basic block, not where the Wasm local takes another value (`calculateDbgEntityHistory`
/// follows registers only). What a local no longer surely holds is unavailable.
located_variable locate(variable_place& place, entry_index variable, std::uint64_t size);

/// The fixed address of a variable; none when it has no such place, or the linker dropped it.
std::optional<std::uint64_t> static_address(const entry_table& entries, entry_index variable);

/// Variables outside of functions, and static ones within, that have a fixed address; each once.
std::vector<entry_index> global_variables(const entry_table& entries);

}  // namespace pagewise
