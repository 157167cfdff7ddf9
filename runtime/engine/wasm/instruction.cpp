#include "wasm/instruction.h"

namespace pagewise {
namespace {

void memory_argument(byte_reader& reader) {
  const std::uint32_t flags = reader.u32();
  if ((flags & 0x40) != 0) reader.u32();  // the memory's index, where there are several
  if (flags >= 0x80) reader.fail("malformed memory argument");
  reader.unsigned_leb(64);
}

void indices(byte_reader& reader, int count) {
  for (int i = 0; i < count; ++i) reader.u32();
}

void vector_of_types(byte_reader& reader) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    const std::uint8_t type = reader.u8();
    if (type == 0x63 || type == 0x64) reader.signed_leb(33);  // (ref null? heap type)
  }
}

void branch_table(byte_reader& reader) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) reader.u32();
  reader.u32();
}

void catch_clauses(byte_reader& reader) {
  const std::uint32_t count = reader.u32();
  for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
    const std::uint8_t kind = reader.u8();
    if (kind > 3) reader.fail("unknown catch clause");
    indices(reader, kind < 2 ? 2 : 1);
  }
}

/// Immediates after 0xfb: the instructions of garbage collection.
void gc(byte_reader& reader, std::uint32_t extended) {
  if (extended == 15 || (extended >= 26 && extended <= 30)) return;
  if (extended >= 20 && extended <= 23) return void(reader.signed_leb(33));
  if (extended == 24 || extended == 25) {
    reader.u8();
    reader.u32();
    reader.signed_leb(33);
    reader.signed_leb(33);
    return;
  }
  const bool two = (extended >= 2 && extended <= 5) || (extended >= 8 && extended <= 10) ||
                   (extended >= 17 && extended <= 19);
  if (extended > 30) return reader.fail("unknown instruction after 0xfb");
  indices(reader, two ? 2 : 1);
}

/// Immediates after 0xfc: saturating conversions, bulk memory and tables, wide arithmetic.
void miscellaneous(byte_reader& reader, std::uint32_t extended) {
  if (extended <= 7 || (extended >= 19 && extended <= 22)) return;
  if (extended > 22) return reader.fail("unknown instruction after 0xfc");
  const bool two = extended == 8 || extended == 10 || extended == 12 || extended == 14;
  indices(reader, two ? 2 : 1);
}

/// Immediates after 0xfd: vectors.
void simd(byte_reader& reader, std::uint32_t extended) {
  if (extended <= 11 || extended == 92 || extended == 93) return memory_argument(reader);
  if (extended == 12 || extended == 13) return reader.skip(16);
  if (extended >= 21 && extended <= 34) return reader.skip(1);
  if (extended >= 84 && extended <= 91) {
    memory_argument(reader);
    return reader.skip(1);
  }
  if (extended > 0x13f) reader.fail("unknown instruction after 0xfd");
}

/// Immediates after 0xfe: atomics.
void atomic(byte_reader& reader, std::uint32_t extended) {
  if (extended == 3) return reader.skip(1);
  if (extended <= 2 || (extended >= 0x10 && extended <= 0x4e)) return memory_argument(reader);
  reader.fail("unknown instruction after 0xfe");
}

}  // namespace

bool opens_block(const instruction& read) {
  return (read.opcode >= 0x02 && read.opcode <= 0x04) || read.opcode == opcode::try_legacy ||
         read.opcode == opcode::try_table;
}

instruction read_instruction(byte_reader& reader) {
  instruction read{.opcode = reader.u8()};
  const std::uint8_t op = read.opcode;
  if (op >= 0x28 && op <= 0x3e) {
    memory_argument(reader);
    return read;
  }
  if (op >= 0x45 && op <= 0xc4) return read;
  switch (op) {
    case 0x00: case 0x01: case 0x05: case 0x0a: case 0x0b: case 0x0f: case 0x19: case 0x1a: case 0x1b:
    case 0xd1: case 0xd3: case 0xd4:
      return read;
    case 0x02: case 0x03: case 0x04: case 0x06: case 0xd0:
      read.operand = reader.signed_leb(33);
      return read;
    case 0x07: case 0x08: case 0x09: case 0x0c: case 0x0d: case 0x10: case 0x12: case 0x14: case 0x15: case 0x18:
    case 0x20: case 0x21: case 0x22: case 0x23: case 0x24: case 0x25: case 0x26: case 0x3f: case 0x40:
    case 0xd2: case 0xd5: case 0xd6:
      read.operand = reader.u32();
      return read;
    case 0x0e: branch_table(reader); return read;
    case 0x11: case 0x13: indices(reader, 2); return read;
    case 0x1c: vector_of_types(reader); return read;
    case 0x1f:
      reader.signed_leb(33);
      catch_clauses(reader);
      return read;
    case 0x41: read.operand = reader.signed_leb(32); return read;
    case 0x42: read.operand = reader.signed_leb(64); return read;
    case 0x43: reader.skip(4); return read;
    case 0x44: reader.skip(8); return read;
    case 0xfb: case 0xfc: case 0xfd: case 0xfe:
      read.extended = reader.u32();
      if (op == 0xfb) gc(reader, read.extended);
      if (op == 0xfc) miscellaneous(reader, read.extended);
      if (op == 0xfd) simd(reader, read.extended);
      if (op == 0xfe) atomic(reader, read.extended);
      return read;
    default:
      reader.fail("unknown instruction");
      return read;
  }
}

}  // namespace pagewise
