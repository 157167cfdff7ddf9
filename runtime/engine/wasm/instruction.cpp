#include "wasm/instruction.h"

#include <algorithm>

#include "wasm/prefixed.h"
#include "wasm/types.h"

namespace pagewise {
namespace {

void block_type(byte_reader& reader, instruction& into) {
  constexpr std::uint8_t empty = 0x40;
  const std::size_t start = reader.position();
  const std::uint8_t first = reader.peek();
  if (first == empty) {
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
  if (op >= 0x28 && op <= 0x3e) {
    read_memory_argument(reader, read);
    return read;
  }
  if (is_numeric(op)) return read;
  switch (op) {
    case 0x00: case 0x01: case 0x05: case 0x0a: case 0x0b: case 0x0f: case 0x19: case 0x1a: case 0x1b:
    case 0xd1: case 0xd3: case 0xd4:
      return read;
    case 0x02: case 0x03: case 0x04: case 0x06: block_type(reader, read); return read;
    case 0x07: case 0x08: case 0x10: case 0x12: case 0x20: case 0x21: case 0x22: case 0x23: case 0x24: case 0x25:
    case 0x26: case 0xd2:
      read.operand = reader.u32();
      return read;
    case 0x09: case 0x0c: case 0x0d: case 0x18: case 0xd5: case 0xd6:
      label(reader, read);
      read.operand = read.label;
      return read;
    case 0x0e: branch_table(reader, read); return read;
    case 0x11: case 0x13:
      read.operand = read.type = reader.u32();
      read.second = reader.u32();
      return read;
    case 0x14: case 0x15: read.operand = read.type = reader.u32(); return read;
    case 0x1c: vector_of_types(reader, read); return read;
    case 0x1f:
      block_type(reader, read);
      catch_clauses(reader, read);
      return read;
    case 0x3f: case 0x40:
      read.memory_index = reader.u32();
      read.operand = read.memory_index;
      return read;
    case 0x41: read.operand = reader.signed_leb(32); return read;
    case 0x42: read.operand = reader.signed_leb(64); return read;
    case 0x43: reader.skip(4); return read;
    case 0x44: reader.skip(8); return read;
    case 0xd0: read.operand = read.type = read_heap_type(reader); return read;
    case 0xfb: case 0xfc: case 0xfd: case 0xfe:
      read.extended = reader.u32();
      if (reader.ok()) read_prefixed(reader, read);
      return read;
    default:
      reader.fail("illegal opcode");
      return read;
  }
}

}  // namespace pagewise
