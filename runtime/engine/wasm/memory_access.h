#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "wasm/instruction.h"
#include "wasm/types.h"

namespace pagewise {

/// What an instruction does to memory at one address (core specification, section 4.6.8; threads proposal).
struct memory_access {
  enum class kind : std::uint8_t { load, store, read_modify_write };
  kind what;
  std::uint32_t size;                    ///< bytes
  std::span<const std::uint8_t> operands;  ///< value types of what lies on the stack above the address
  std::uint8_t result;                   ///< value type, or 0 when there is none
  bool is_atomic;                        ///< its alignment is the natural one
  bool has_lane;
};

/// The access of an instruction, or none. Bulk operations, which take a length, are none.
std::optional<memory_access> memory_access_of(const instruction& read);

/// Why the alignment, offset or lane of an access is not valid for a memory; null when they are (core specification,
/// section 3.4.7). The functions that take the place of accesses would hide it from the host.
const char* invalid_immediate(const instruction& read, const memory_access& access, const limits& memory);

}  // namespace pagewise
