#include "wasm/prefixed.h"

#include <algorithm>

#include "wasm/types.h"

namespace pagewise {
namespace {

/// Reads the first index and, of those that have two, the second.
void indices(byte_reader& reader, instruction& into, bool two) {
  into.operand = reader.u32();
  if (two) into.second = reader.u32();
}

/// After `gc_prefix`: garbage collection.
void gc(byte_reader& reader, instruction& into) {
  constexpr std::uint32_t array_copy = 17;
  const std::uint32_t op = into.extended;
  if (op > 30) return reader.fail("illegal opcode after 0xfb");
  if (op == 15 || op >= 26) return;  // array.len; conversions and i31
  if (op >= 20 && op <= 23) {        // ref.test, ref.cast
    into.operand = into.type = read_heap_type(reader);
    return;
  }
  if (op == 24 || op == 25) {  // br_on_cast, br_on_cast_fail
    if (reader.u8() > 3) reader.fail("malformed br_on_cast flags");
    into.operand = into.label = reader.u32();
    const std::int64_t from = read_heap_type(reader), to = read_heap_type(reader);
    into.type = std::max(from, to);
    return;
  }
  indices(reader, into, (op >= 2 && op <= 5) || (op >= 8 && op <= 10) || (op >= array_copy && op <= 19));
  into.type = op == array_copy ? std::max<std::int64_t>(into.operand, into.second) : into.operand;
}

/// After `bulk_prefix`: saturating conversions, bulk memory and tables, wide arithmetic.
void miscellaneous(byte_reader& reader, instruction& into) {
  using namespace bulk_opcode;
  const std::uint32_t op = into.extended;
  if (op > 22) return reader.fail("illegal opcode after 0xfc");
  if (op <= 7 || op >= 19) return;
  indices(reader, into, op == memory_init || op == memory_copy || op == table_init || op == table_copy);
  if (op == memory_init) into.memory_index = into.second;
  if (op == memory_copy || op == memory_fill) into.memory_index = static_cast<std::uint32_t>(into.operand);
}

/// After `vector_prefix`.
void simd(byte_reader& reader, instruction& into) {
  constexpr std::uint32_t undefined[] = {154, 162, 165, 166, 175, 176, 178, 179, 180, 187,
                                         194, 197, 198, 207, 208, 210, 211, 212, 226, 238};
  constexpr std::uint32_t last_relaxed = 0x113;
  const std::uint32_t op = into.extended;
  if (op > last_relaxed || std::ranges::binary_search(undefined, op)) return reader.fail("illegal opcode after 0xfd");
  if (is_vector_access(op)) read_memory_argument(reader, into);
  if (op == 12 || op == 13) reader.skip(16);  // v128.const, i8x16.shuffle
  if ((op >= 21 && op <= 34) || (op >= 84 && op <= 91)) into.lane = reader.u8();
}

/// After `atomic_prefix`.
void atomic(byte_reader& reader, instruction& into) {
  const std::uint32_t op = into.extended;
  if (op == atomic_opcode::fence) {
    if (reader.u8() != 0) reader.fail("zero byte expected");
  } else if (op <= 2 || (op >= 0x10 && op <= 0x4e)) {
    read_memory_argument(reader, into);
  } else {
    reader.fail("illegal opcode after 0xfe");
  }
}

}  // namespace

void read_prefixed(byte_reader& reader, instruction& into) {
  switch (into.opcode) {
    case opcode::gc_prefix: return gc(reader, into);
    case opcode::bulk_prefix: return miscellaneous(reader, into);
    case opcode::vector_prefix: return simd(reader, into);
    default: return atomic(reader, into);
  }
}

void read_memory_argument(byte_reader& reader, instruction& into) {
  constexpr std::uint32_t has_index = 0x40;
  const std::uint32_t flags = reader.u32();
  if (flags >= 2 * has_index) reader.fail("malformed memop flags");
  into.alignment_log2 = static_cast<std::uint8_t>(flags & (has_index - 1));
  if ((flags & has_index) != 0) into.memory_index = reader.u32();
  into.memory_offset = reader.unsigned_leb(64);
}

}  // namespace pagewise
