#include "wasm/instruction.h"

#include <algorithm>

#include "wasm/prefixed.h"
#include "wasm/types.h"

namespace pagewise {
namespace {

void block_type(byte_reader& reader, instruction& into) {
  const std::size_t start = reader.position();
  const std::uint8_t first = reader.peek();
  if (first == empty_block) {
    into.operand = reader.signed_leb(33);
  } else if ((first & 0xc0) == 0x40) {  // one byte, negative: a value type
    into.operand = static_cast<std::int64_t>(first) - 0x80;
    into.type = read_value_type(reader).type_index();
  } else {
    into.operand = into.type = reader.signed_leb(33);
    if (into.operand < 0) reader.fail("malformed block type");
  }
  into.block_type = reader.between(start, reader.position());
}

void vector_of_types(byte_reader& reader, instruction& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    into.type = std::max(into.type, read_value_type(reader).type_index());
  }
}

void label(byte_reader& reader, instruction& into) { into.label = std::max<std::int64_t>(into.label, reader.u32()); }

void branch_table(byte_reader& reader, instruction& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) label(reader, into);
  label(reader, into);
}

void catch_clauses(byte_reader& reader, instruction& into) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    const std::uint8_t kind = reader.u8();
    if (kind > 3) reader.fail("malformed catch clause");
    if (kind < 2) reader.u32();  // the tag
    label(reader, into);
  }
}

}  // namespace

instruction read_instruction(byte_reader& reader) {
  instruction read{.opcode = reader.u8()};
  const std::uint8_t op = read.opcode;
  if (is_plain_access(op)) {
    read_memory_argument(reader, read);
    return read;
  }
  if (is_numeric(op)) return read;
  switch (op) {
    case opcode::unreachable: case opcode::nop: case opcode::else_: case opcode::throw_ref: case opcode::end:
    case opcode::return_: case opcode::catch_all: case opcode::drop: case opcode::select: case opcode::ref_is_null:
    case opcode::ref_eq: case opcode::ref_as_non_null:
      return read;
    case opcode::block: case opcode::loop: case opcode::if_: case opcode::try_legacy:
      block_type(reader, read);
      return read;
    case opcode::catch_legacy: case opcode::throw_: case opcode::call: case opcode::return_call:
    case opcode::local_get: case opcode::local_set: case opcode::local_tee: case opcode::global_get:
    case opcode::global_set: case opcode::table_get: case opcode::table_set: case opcode::ref_func:
      read.operand = reader.u32();
      return read;
    case opcode::rethrow: case opcode::br: case opcode::br_if: case opcode::delegate: case opcode::br_on_null:
    case opcode::br_on_non_null:
      label(reader, read);
      read.operand = read.label;
      return read;
    case opcode::br_table: branch_table(reader, read); return read;
    case opcode::call_indirect: case opcode::return_call_indirect:
      read.operand = read.type = reader.u32();
      read.second = reader.u32();
      return read;
    case opcode::call_ref: case opcode::return_call_ref: read.operand = read.type = reader.u32(); return read;
    case opcode::select_typed: vector_of_types(reader, read); return read;
    case opcode::try_table:
      block_type(reader, read);
      catch_clauses(reader, read);
      return read;
    case opcode::memory_size: case opcode::memory_grow:
      read.memory_index = reader.u32();
      read.operand = read.memory_index;
      return read;
    case opcode::i32_const: read.operand = reader.signed_leb(32); return read;
    case opcode::i64_const: read.operand = reader.signed_leb(64); return read;
    case opcode::f32_const: reader.skip(4); return read;
    case opcode::f64_const: reader.skip(8); return read;
    case opcode::ref_null: read.operand = read.type = read_heap_type(reader); return read;
    case opcode::gc_prefix: case opcode::bulk_prefix: case opcode::vector_prefix: case opcode::atomic_prefix:
      read.extended = reader.u32();
      if (reader.ok()) read_prefixed(reader, read);
      return read;
    default:
      reader.fail("illegal opcode");
      return read;
  }
}

}  // namespace pagewise
