#pragma once

#include <cstdint>

namespace pagewise {

/// Opcodes of one byte (core specification, section 5.4; exceptions of the old kind by their proposal), and the prefixes
/// before longer ones.
namespace opcode {
inline constexpr std::uint8_t unreachable = 0x00, nop = 0x01, block = 0x02, loop = 0x03, if_ = 0x04, else_ = 0x05,
                              try_legacy = 0x06, catch_legacy = 0x07, throw_ = 0x08, rethrow = 0x09, throw_ref = 0x0a,
                              end = 0x0b, br = 0x0c, br_if = 0x0d, br_table = 0x0e, return_ = 0x0f, call = 0x10,
                              call_indirect = 0x11, return_call = 0x12, return_call_indirect = 0x13, call_ref = 0x14,
                              return_call_ref = 0x15, delegate = 0x18, catch_all = 0x19, drop = 0x1a, select = 0x1b,
                              select_typed = 0x1c, try_table = 0x1f, local_get = 0x20, local_set = 0x21,
                              local_tee = 0x22, global_get = 0x23, global_set = 0x24, table_get = 0x25,
                              table_set = 0x26, i32_load = 0x28, i64_load = 0x29, i32_load8_u = 0x2d,
                              i32_load16_u = 0x2f, i64_load32_u = 0x35, i32_store = 0x36, i64_store = 0x37,
                              i32_store8 = 0x3a, i64_store32 = 0x3e, memory_size = 0x3f, memory_grow = 0x40,
                              i32_const = 0x41, i64_const = 0x42, f32_const = 0x43, f64_const = 0x44, i32_eqz = 0x45,
                              i32_eq = 0x46, i32_ne = 0x47, i32_lt_u = 0x49, i32_ge_u = 0x4f, i64_eqz = 0x50,
                              i64_lt_u = 0x54, i64_gt_u = 0x56, i32_add = 0x6a, i32_sub = 0x6b, i32_and = 0x71,
                              i32_or = 0x72, i32_shl = 0x74, i32_shr_u = 0x76, i64_add = 0x7c, i64_and = 0x83,
                              i64_or = 0x84, i64_shl = 0x86, i64_shr_u = 0x88, i32_wrap_i64 = 0xa7,
                              i64_extend_i32_u = 0xad, i32_reinterpret_f32 = 0xbc, i64_reinterpret_f64 = 0xbd,
                              i64_extend32_s = 0xc4, ref_null = 0xd0, ref_is_null = 0xd1, ref_func = 0xd2,
                              ref_eq = 0xd3, ref_as_non_null = 0xd4, br_on_null = 0xd5, br_on_non_null = 0xd6,
                              gc_prefix = 0xfb, bulk_prefix = 0xfc, vector_prefix = 0xfd, atomic_prefix = 0xfe;
}  // namespace opcode

/// Opcodes after `bulk_prefix`.
namespace bulk_opcode {
inline constexpr std::uint32_t memory_init = 8, data_drop = 9, memory_copy = 10, memory_fill = 11, table_init = 12,
                               elem_drop = 13, table_copy = 14, table_grow = 15, table_size = 16, table_fill = 17;
}

/// Opcodes after `atomic_prefix`.
namespace atomic_opcode {
inline constexpr std::uint32_t wait64 = 2, fence = 3;
}

/// Whether this is the whole of an instruction that only computes from what lies on the stack.
[[nodiscard]] constexpr bool is_numeric(std::uint8_t code) {
  return code >= opcode::i32_eqz && code <= opcode::i64_extend32_s;
}
/// Whether this is a load or a store without a prefix.
[[nodiscard]] constexpr bool is_plain_access(std::uint8_t code) {
  return code >= opcode::i32_load && code <= opcode::i64_store32;
}
/// Whether this is a load or a store after `vector_prefix`.
[[nodiscard]] constexpr bool is_vector_access(std::uint32_t extended) {
  return extended <= 11 || (extended >= 84 && extended <= 93);
}

}  // namespace pagewise
