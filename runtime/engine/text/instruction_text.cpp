#include "text/instruction_text.h"

#include <array>
#include <charconv>

#include "wasm/memory_access.h"
#include "text/float_text.h"
#include "text/identifier.h"
#include "text/opcode_names.h"
#include "text/type_text.h"
#include "wasm/types.h"

namespace pagewise {
namespace {

constexpr std::uint8_t gc_prefix = 0xfb, bulk_prefix = 0xfc, vector_prefix = 0xfd, atomic_prefix = 0xfe;

/// Appends the immediates after the instruction's name.
class immediates {
public:
  immediates(const module& in, const instruction& read, bytes encoding, std::string& text)
      : in_(in), read_(read), rest_(encoding), text_(text) {
    if (rest_.u8() >= gc_prefix) rest_.u32();
  }

  void print() {
    switch (read_.opcode) {
      case gc_prefix: return gc();
      case bulk_prefix: return bulk();
      case vector_prefix: return vector();
      case atomic_prefix:
        if (read_.extended != atomic_fence) access();
        return;
      default: return plain();
    }
  }

private:
  static constexpr std::uint32_t atomic_wait64 = 2, atomic_fence = 3;

  void plain();
  void gc();
  void bulk();
  void vector();
  void access();
  void catch_clauses();
  void vector_constant();

  void number(std::uint64_t value) {
    text_ += ' ';
    text_ += std::to_string(value);
  }
  void index_unless_0(std::uint64_t index) {
    if (index != 0) number(index);
  }
  void remaining_indices() {
    while (!rest_.at_end()) number(rest_.u32());
  }
  void remaining_bytes() {
    while (!rest_.at_end()) number(rest_.u8());
  }
  void word(const std::string& text) {
    text_ += ' ';
    text_ += text;
  }

  const module& in_;
  const instruction& read_;
  byte_reader rest_;
  std::string& text_;
};

void immediates::plain() {
  const auto operand = static_cast<std::uint32_t>(read_.operand);
  if (read_.opcode >= 0x28 && read_.opcode <= 0x3e) return access();
  switch (read_.opcode) {
    case 0x02: case 0x03: case 0x04: case 0x06: text_ += block_type_text(read_); return;
    case 0x0e:  // br_table
      rest_.u32();
      return remaining_indices();
    case 0x10: case 0x12: case 0xd2: return word(function_reference(in_, operand));
    case 0x11: case 0x13:  // call_indirect
      index_unless_0(read_.second);
      text_ += " (type " + std::to_string(operand) + ")";
      return;
    case 0x1c: {  // select
      text_ += " (result";
      for (std::uint32_t types = rest_.u32(); types > 0 && rest_.ok(); --types) word(value_type_text(rest_));
      text_ += ')';
      return;
    }
    case 0x1f: return catch_clauses();
    case 0x23: case 0x24: return operand == in_.stack_pointer ? word("$__stack_pointer") : number(operand);
    case 0x25: case 0x26: case 0x3f: case 0x40: return index_unless_0(operand);
    case 0x41: case 0x42: return word(std::to_string(read_.operand));
    case 0x43: return word(f32_text(static_cast<std::uint32_t>(rest_.fixed(4))));
    case 0x44: return word(f64_text(rest_.fixed(8)));
    case 0xd0: return word(heap_type_text(read_.operand));
    default: return remaining_indices();
  }
}

void immediates::catch_clauses() {
  constexpr std::array kinds = {" (catch", " (catch_ref", " (catch_all", " (catch_all_ref"};
  text_ += block_type_text(read_);
  rest_.skip(read_.block_type.size());
  for (std::uint32_t clauses = rest_.u32(); clauses > 0 && rest_.ok(); --clauses) {
    const std::uint8_t kind = rest_.u8();
    if (kind >= kinds.size()) return;
    text_ += kinds[kind];
    if (kind < 2) number(rest_.u32());  // the tag
    number(rest_.u32());
    text_ += ')';
  }
}

void immediates::gc() {
  switch (read_.extended) {
    case 20: case 22: return word(reference_text(false, read_.operand));  // ref.test, ref.cast
    case 21: case 23: return word(reference_text(true, read_.operand));
    case 24: case 25: {  // br_on_cast
      const std::uint8_t nullable = rest_.u8();
      number(rest_.u32());
      word(reference_text((nullable & 1) != 0, read_heap_type(rest_)));
      return word(reference_text((nullable & 2) != 0, read_heap_type(rest_)));
    }
    default: return remaining_indices();
  }
}

void immediates::bulk() {
  const auto first = static_cast<std::uint64_t>(read_.operand);
  switch (read_.extended) {
    case 8: case 12:  // memory.init, table.init: the file has the segment in front
      index_unless_0(read_.second);
      return number(first);
    case 10: case 14:  // memory.copy, table.copy
      if (first != 0 || read_.second != 0) remaining_indices();
      return;
    case 9: case 13: return number(first);  // data.drop, elem.drop
    default: return index_unless_0(first);
  }
}

void immediates::vector() {
  constexpr std::uint32_t constant = 12, shuffle = 13;
  if (read_.extended == constant) return vector_constant();
  if (read_.extended == shuffle) return remaining_bytes();
  if (const auto reached = memory_access_of(read_)) {
    access();
    if (reached->has_lane) number(read_.lane);
    return;
  }
  remaining_bytes();  // the lane
}

void immediates::vector_constant() {
  text_ += " i32x4";
  for (int lane = 0; lane < 4; ++lane) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto value = static_cast<std::uint32_t>(rest_.fixed(4));
    text_ += " 0x";
    for (int shift = 28; shift >= 0; shift -= 4) text_ += digits[value >> shift & 15];
  }
}

void immediates::access() {
  const auto reached = memory_access_of(read_);
  const std::uint32_t size = reached ? reached->size : read_.extended == atomic_wait64 ? 8 : 4;
  const std::uint64_t alignment = std::uint64_t{1} << read_.alignment_log2;
  index_unless_0(read_.memory_index);
  if (read_.memory_offset != 0) text_ += " offset=" + std::to_string(read_.memory_offset);
  if (alignment != size) text_ += " align=" + std::to_string(alignment);
}

}  // namespace

std::string instruction_text(const module& in, const instruction& read, bytes encoding) {
  std::string text(opcode_name(read));
  immediates(in, read, encoding, text).print();
  return text;
}

}  // namespace pagewise
