#include "rewrite/record_code.h"

#include <cstddef>
#include <vector>

#include "record/log_memory.h"

namespace pagewise {
namespace {
constexpr std::uint8_t i32 = value_i32, i64 = value_i64;
}

void record_code::begin(code_builder& code, std::uint32_t scratch) const {
  code.get_global(indices_.position).tee(scratch).get_global(indices_.end).op(opcode::i32_ge_u).rarely_if();
  code.i32(log_memory::slack).call(pause_).get_global(indices_.position).set(scratch).end();
}

void record_code::store_word(code_builder& code, std::uint32_t scratch, std::uint32_t offset, const push& value) const {
  code.get(scratch);
  value(code);
  code.op(opcode::i32_store).at(indices_.memory, offset, 2);
}

void record_code::finish(code_builder& code, std::uint32_t scratch, std::uint32_t bytes) const {
  code.get(scratch).i32(bytes).op(opcode::i32_add).set_global(indices_.position);
}

void record_code::call_log(code_builder& code, std::uint32_t words) const {
  const std::vector<std::uint8_t> parameters(words, i32);
  code.i32(probe_slot::log1 + words - 1).call_indirect(types_.index(parameters, {}), indices_.table);
}

void record_code::append(code_builder& code, std::initializer_list<push> words, std::uint32_t scratch) const {
  if (indices_.how == recording::instance) {
    for (const push& word : words) word(code);
    return call_log(code, static_cast<std::uint32_t>(words.size()));
  }
  begin(code, scratch);
  std::uint32_t offset = 0;
  for (const push& word : words) {
    store_word(code, scratch, offset, word);
    offset += 4;
  }
  finish(code, scratch, offset);
}

void record_code::append_wide(code_builder& code, const push& first, const push& second, const push& wide,
                              std::uint32_t scratch) const {
  if (indices_.how == recording::instance) {
    first(code);
    second(code);
    wide(code);
    code.i32(probe_slot::log4).call_indirect(types_.index({i32, i32, i64}), indices_.table);
    return;
  }
  begin(code, scratch);
  store_word(code, scratch, 0, first);
  store_word(code, scratch, 4, second);
  code.get(scratch);
  wide(code);
  code.op(opcode::i64_store).at(indices_.memory, 8, 2);
  finish(code, scratch, 16);
}

void record_code::append_store4(code_builder& code, const push& address, const push& old, std::uint32_t scratch) const {
  constexpr std::uint32_t header = record_header(record_kind::store4);
  const auto whole = [](code_builder& in) { in.i32(header); };
  if (indices_.how == recording::instance) return append(code, {whole, address, old}, scratch);
  begin(code, scratch);
  address(code);
  code.i32(low_end).op(opcode::i32_lt_u).if_();
  store_word(code, scratch, 0, [&](code_builder& in) {
    address(in);
    in.i32(kind_bits).op(opcode::i32_shl).i32(record_header(record_kind::store4_low)).op(opcode::i32_or);
  });
  store_word(code, scratch, 4, old);
  finish(code, scratch, 8);
  code.op(opcode::else_);
  store_word(code, scratch, 0, whole);
  store_word(code, scratch, 4, address);
  store_word(code, scratch, 8, old);
  finish(code, scratch, 12);
  code.end();
}

void record_code::words(code_builder& code, std::initializer_list<push> words, std::uint32_t scratch, const push& idle) const {
  code.get_global(indices_.active).if_();
  append(code, words, scratch);
  if (idle) {
    code.op(opcode::else_);
    idle(code);
  }
  code.end();
}

void record_code::find_frame(code_builder& code, const push& depth, std::uint32_t scratch) const {
  static_assert(sizeof(idle_frame) == 1 << 4);
  depth(code);
  code.i32(log_memory::most_frames - 1).op(opcode::i32_and).i32(4).op(opcode::i32_shl).set(scratch);
}

void record_code::keep_enter(code_builder& code, std::uint32_t header, std::uint32_t scratch) const {
  const auto line = [this](code_builder& in) { in.get_global(indices_.line); };
  if (indices_.how == recording::instance) {
    code.get_global(indices_.depth).get(header);
    line(code);
    code.i32(probe_slot::frame_enter).call_indirect(types_.index({i32, i32, i32}), indices_.table);
  } else {
    find_frame(code, [this](code_builder& in) { in.get_global(indices_.depth).i32(1).op(opcode::i32_sub); }, scratch);
    store_word(code, scratch, log_memory::frames + offsetof(idle_frame, line), line);
    find_frame(code, [this](code_builder& in) { in.get_global(indices_.depth); }, scratch);
    store_word(code, scratch, log_memory::frames + offsetof(idle_frame, enter), local(header));
    store_word(code, scratch, log_memory::frames + offsetof(idle_frame, local), constant(0));
  }
  code.i32(idle_frame::no_line).set_global(indices_.line);
}

void record_code::keep_line(code_builder& code, const push& header) const {
  header(code);
  code.set_global(indices_.line);
}

void record_code::keep_local(code_builder& code, std::uint32_t header, std::uint32_t value, std::uint32_t scratch) const {
  if (indices_.how == recording::instance) {
    code.get_global(indices_.depth).get(header).get(value);
    code.i32(probe_slot::frame_local).call_indirect(types_.index({i32, i32, i32}), indices_.table);
    return;
  }
  find_frame(code, [this](code_builder& in) { in.get_global(indices_.depth); }, scratch);
  store_word(code, scratch, log_memory::frames + offsetof(idle_frame, local), local(header));
  store_word(code, scratch, log_memory::frames + offsetof(idle_frame, value), local(value));
}

void record_code::keep_depth(code_builder& code, const push& depth, std::uint32_t scratch) const {
  if (indices_.how == recording::instance) {
    depth(code);
    code.i32(probe_slot::frame_line).call_indirect(types_.index({i32}, {i32}), indices_.table);
  } else {
    find_frame(code, depth, scratch);
    code.get(scratch).op(opcode::i32_load).at(indices_.memory, log_memory::frames + offsetof(idle_frame, line), 2);
  }
  code.set_global(indices_.line);
}

void record_code::mark_changed(code_builder& code, std::uint32_t memory, std::uint32_t address, std::uint32_t size) const {
  const auto mark = [&](std::uint32_t further) {
    code.get(address);
    if (further > 0) code.i32(further).op(opcode::i32_add);
    code.i32(12).op(opcode::i32_shr_u).i32(1).op(opcode::i32_store8).at(indices_.memory, log_memory::flags_of(memory));
  };
  static_assert(piece_size == 1 << 12);
  mark(0);
  if (size > 1) mark(size - 1);
}

}  // namespace pagewise
