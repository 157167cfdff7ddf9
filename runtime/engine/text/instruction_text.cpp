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

/// Appends the immediates after the instruction's name.
class immediates {
public:
  immediates(const module& in, const instruction& read, bytes encoding, std::string& text)
      : in_(in), read_(read), rest_(encoding), text_(text) {
    if (rest_.u8() >= opcode::gc_prefix) rest_.u32();
  }

  void print() {
    switch (read_.opcode) {
      case opcode::gc_prefix: return gc();
      case opcode::bulk_prefix: return bulk();
      case opcode::vector_prefix: return vector();
      case opcode::atomic_prefix:
        if (read_.extended != atomic_opcode::fence) access();
        return;
      default: return plain();
    }
  }

private:
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
  if (is_plain_access(read_.opcode)) return access();
  switch (read_.opcode) {
    case opcode::block: case opcode::loop: case opcode::if_: case opcode::try_legacy:
      text_ += block_type_text(read_);
      return;
    case opcode::br_table:
      rest_.u32();
      return remaining_indices();
    case opcode::call: case opcode::return_call: case opcode::ref_func:
      return word(function_reference(in_, operand));
    case opcode::call_indirect: case opcode::return_call_indirect:
      index_unless_0(read_.second);
      text_ += " (type " + std::to_string(operand) + ")";
      return;
    case opcode::select_typed: {
      text_ += " (result";
      for (std::uint32_t types = rest_.u32(); types > 0 && rest_.ok(); --types) word(value_type_text(rest_));
      text_ += ')';
      return;
    }
    case opcode::try_table: return catch_clauses();
    case opcode::global_get: case opcode::global_set:
      return operand == in_.stack_pointer ? word("$__stack_pointer") : number(operand);
    case opcode::table_get: case opcode::table_set: case opcode::memory_size: case opcode::memory_grow:
      return index_unless_0(operand);
    case opcode::i32_const: case opcode::i64_const: return word(std::to_string(read_.operand));
    case opcode::f32_const: return word(f32_text(static_cast<std::uint32_t>(rest_.fixed(4))));
    case opcode::f64_const: return word(f64_text(rest_.fixed(8)));
    case opcode::ref_null: return word(heap_type_text(read_.operand));
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
    case bulk_opcode::memory_init: case bulk_opcode::table_init:  // the file has the segment in front
      index_unless_0(read_.second);
      return number(first);
    case bulk_opcode::memory_copy: case bulk_opcode::table_copy:
      if (first != 0 || read_.second != 0) remaining_indices();
      return;
    case bulk_opcode::data_drop: case bulk_opcode::elem_drop: return number(first);
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
  const std::uint32_t size = reached ? reached->size : read_.extended == atomic_opcode::wait64 ? 8 : 4;
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
