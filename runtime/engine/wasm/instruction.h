#pragma once

#include <cstdint>

#include "wasm/byte_reader.h"

namespace pagewise {

/// One decoded instruction: its opcode and what the rewriter needs of its immediates.
struct instruction {
  std::uint8_t opcode = 0;
  /// The second opcode after a prefix byte (0xfb to 0xfe), else 0.
  std::uint32_t extended = 0;
  /// The first index or the constant among the immediates, if any.
  std::int64_t operand = 0;
};

namespace opcode {
inline constexpr std::uint8_t try_legacy = 0x06, catch_legacy = 0x07, rethrow = 0x09, end = 0x0b, call = 0x10,
                              call_indirect = 0x11, delegate = 0x18, catch_all = 0x19, drop = 0x1a, try_table = 0x1f,
                              local_get = 0x20, local_set = 0x21, local_tee = 0x22, global_get = 0x23,
                              global_set = 0x24, i32_load = 0x28, i32_const = 0x41, i32_eqz = 0x45, i32_lt_u = 0x49,
                              i32_sub = 0x6b;
}

/// Reads one instruction with all of its immediates (core specification, section 5.4). An opcode that no
/// specification defines fails the reader.
instruction read_instruction(byte_reader& reader);

/// Whether the instruction opens a block that an `end` or `delegate` closes.
[[nodiscard]] bool opens_block(const instruction& read);

}  // namespace pagewise
