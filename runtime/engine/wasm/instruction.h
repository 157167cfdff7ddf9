#pragma once

#include <cstdint>

#include "wasm/byte_reader.h"
#include "wasm/opcode.h"

namespace pagewise {

/// One decoded instruction: its opcode and what the rewriter needs of its immediates.
struct instruction {
  std::uint8_t opcode = 0;
  /// The second opcode after a prefix byte (0xfb to 0xfe), else 0.
  std::uint32_t extended = 0;
  /// The first index (of br_on_cast, the label) or the constant among the immediates, if any. Of an instruction that
  /// opens a block: its type's index, or a negative number when the type is empty or a single value type.
  std::int64_t operand = 0;
  /// The second index: call_indirect's table, the memory or table of memory.init and table.init, the source of
  /// memory.copy and table.copy.
  std::uint32_t second = 0;
  /// Of loads, stores and atomic accesses: the constant added to the address, and the memory. Memory.size, memory.grow
  /// and bulk operations have their (destination) memory here too.
  std::uint64_t memory_offset = 0;
  std::uint32_t memory_index = 0;
  /// Logarithm of the alignment that a load, a store or an atomic access promises.
  std::uint8_t alignment_log2 = 0;
  /// Of vector instructions that load, store, extract or replace a lane.
  std::uint8_t lane = 0;
  /// The block type as the file encodes it, of instructions that open a block.
  bytes block_type{};
  /// The outermost label that it may branch to, counted from the innermost block around it, and the highest type index
  /// among its immediates; -1 when there is none.
  std::int64_t label = -1;
  std::int64_t type = -1;
};

/// Reads one instruction with all of its immediates (core specification, section 5.4). An opcode that no
/// specification defines fails the reader.
instruction read_instruction(byte_reader& reader);

/// Whether the instruction opens a block that an `end` or `delegate` closes.
[[nodiscard]] inline bool opens_block(const instruction& read) {
  return (read.opcode >= opcode::block && read.opcode <= opcode::if_) || read.opcode == opcode::try_legacy ||
         read.opcode == opcode::try_table;
}

}  // namespace pagewise
