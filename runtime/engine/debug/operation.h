#pragma once

#include "debug/forms.h"

namespace pagewise {

/// Operations of location expressions (DWARF 5, section 7.7.1).
namespace op {
inline constexpr std::uint8_t addr = 0x03, deref = 0x06, const1u = 0x08, const1s = 0x09, const2u = 0x0a, const2s = 0x0b,
                              const4u = 0x0c, const4s = 0x0d, const8u = 0x0e, const8s = 0x0f, constu = 0x10,
                              consts = 0x11, dup = 0x12, drop = 0x13, over = 0x14, pick = 0x15, swap = 0x16, rot = 0x17,
                              abs = 0x19, and_ = 0x1a, div = 0x1b, minus = 0x1c, mod = 0x1d, mul = 0x1e, neg = 0x1f,
                              not_ = 0x20, or_ = 0x21, plus = 0x22, plus_uconst = 0x23, shl = 0x24, shr = 0x25,
                              shra = 0x26, xor_ = 0x27, bra = 0x28, eq = 0x29, ge = 0x2a, gt = 0x2b, le = 0x2c,
                              lt = 0x2d, ne = 0x2e, skip = 0x2f, lit0 = 0x30, lit31 = 0x4f, breg0 = 0x70, breg31 = 0x8f,
                              regx = 0x90, fbreg = 0x91, bregx = 0x92, piece = 0x93, deref_size = 0x94, nop = 0x96,
                              push_object_address = 0x97, call2 = 0x98, call4 = 0x99, call_ref = 0x9a, bit_piece = 0x9d,
                              implicit_value = 0x9e, stack_value = 0x9f, implicit_pointer = 0xa0, addrx = 0xa1,
                              constx = 0xa2, entry_value = 0xa3, const_type = 0xa4, regval_type = 0xa5,
                              deref_type = 0xa6, convert = 0xa8, reinterpret = 0xa9, wasm_location = 0xed,
                              gnu_implicit_pointer = 0xf2, gnu_entry_value = 0xf3;
}

/// Kinds of place that DW_OP_WASM_location names.
namespace wasm_place {
inline constexpr std::uint64_t local = 0, global = 1, operand_stack = 2, fixed_global = 3;
}

/// One operation with its operands; signed ones are sign-extended.
struct operation {
  std::uint8_t code = 0;
  std::uint64_t first = 0, second = 0;
  bytes block{};
};

/// Reads the next one. What is unknown has no operands: whoever evaluates it must stop there.
operation read_operation(byte_reader& reader, const unit& in);

}  // namespace pagewise
