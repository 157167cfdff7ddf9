#include "rewrite/probes.h"

#include "record/log_memory.h"

namespace pagewise {
namespace {

constexpr std::uint8_t i32 = value_i32, i64 = value_i64;

}  // namespace

probes::probes(const module& in, const recorder_indices& indices, appended_types& types, std::uint32_t first_function)
    : in_(in), indices_(indices), types_(types), first_function_(first_function), pause_(first_function),
      records_(indices, types, first_function) {
  // The first of them, because all others call it. When the host answers other than 0, the program ends: no handler
  // of the program catches a trap.
  const std::uint32_t answer = types_.index({i32}, {i32});
  function(key(name::pause), types_.index({i32}), 0, [&](code_builder& code) {
    code.get(0).i32(probe_slot::pause).call_indirect(answer, indices_.table).if_().op(opcode::unreachable).end();
  });
}

std::uint32_t probes::function(std::uint64_t key, std::uint32_t type, std::uint32_t locals, const write& body) {
  const auto [at, is_new] = known_.emplace(key, first_function_ + count());
  const std::uint32_t index = at->second;
  if (!is_new) return index;
  types_made_.push_back(type);
  bodies_.emplace_back();  // its place, before that of functions which its body needs
  byte_writer written;
  written.unsigned_leb(locals > 0 ? 1 : 0);
  if (locals > 0) {
    written.unsigned_leb(locals);
    written.u8(i32);
  }
  code_builder code(written);
  body(code);
  code.end();
  if (!code.rare().empty()) rare_.push_back({index, code.rare()});
  bodies_[index - first_function_] = written.release();
  return index;
}

std::uint32_t probes::line() {
  if (const std::uint32_t made = known(key(name::line))) return made;
  return function(key(name::line), types_.index({i32}), 1, [&](code_builder& code) { write_line(code, local(0), 1); });
}

void probes::write_line(code_builder& code, const record_code::push& header, std::uint32_t scratch) const {
  code.get_global(indices_.left).i32(1).op(opcode::i32_sub).tee(scratch).set_global(indices_.left);
  code.get(scratch).op(opcode::i32_eqz).rarely_if().i32(0).call(pause_).end();
  records_.words(code, {header}, scratch, [&](code_builder& in) { records_.keep_line(in, header); });
}

void probes::tell_boundary(code_builder& code, std::uint32_t entering) {
  code.get_global(indices_.depth).get_global(indices_.outer).op(opcode::i32_eq).rarely_if();
  code.i32(entering).i32(probe_slot::boundary).call_indirect(types_.index({i32}), indices_.table).end();
}

std::uint32_t probes::enter() {
  if (const std::uint32_t made = known(key(name::enter))) return made;
  return function(key(name::enter), types_.index({i32}), 1, [&](code_builder& code) {
    tell_boundary(code, 1);
    code.get_global(indices_.depth).i32(1).op(opcode::i32_add).set_global(indices_.depth);
    records_.words(code, {local(0)}, 1, [&](code_builder& in) { records_.keep_enter(in, 0, 1); });
  });
}

std::uint32_t probes::exit() {
  if (const std::uint32_t made = known(key(name::exit))) return made;
  return function(key(name::exit), types_.index({i32}), 1, [&](code_builder& code) {
    const auto outer = [&](code_builder& in) { in.get_global(indices_.depth).i32(1).op(opcode::i32_sub); };
    records_.words(code, {local(0)}, 1, [&](code_builder& in) { records_.keep_depth(in, outer, 1); });
    outer(code);
    code.set_global(indices_.depth);
    tell_boundary(code, 0);
  });
}

std::uint32_t probes::unwind() {
  return function(key(name::unwind), types_.index({i32}), 1, [&](code_builder& code) {
    code.get_global(indices_.depth).get(0).op(opcode::i32_ne).if_();
    code.get(0).set_global(indices_.depth);
    const auto header = [](code_builder& in) {
      in.get(0).i32(kind_bits).op(opcode::i32_shl).i32(record_header(record_kind::unwind)).op(opcode::i32_or);
    };
    records_.words(code, {header}, 1, [&](code_builder& in) { records_.keep_depth(in, local(0), 1); });
    code.end();
  });
}

std::uint32_t probes::local_value() {
  return function(key(name::local_value), types_.index({i32, i32}), 1, [&](code_builder& code) {
    records_.words(code, {local(0), local(1)}, 2, [&](code_builder& in) { records_.keep_local(in, 0, 1, 2); });
  });
}

std::uint32_t probes::value(bool is_wide) {
  if (!is_wide) return two_words();
  return function(key(name::wide_value), types_.index({i32, i64}), 1, [&](code_builder& code) {
    const auto low = [](code_builder& in) { in.get(1).op(opcode::i32_wrap_i64); };
    const auto high = [](code_builder& in) { in.get(1).i64(32).op(opcode::i64_shr_u).op(opcode::i32_wrap_i64); };
    records_.words(code, {local(0), low, high}, 2);
  });
}

std::uint32_t probes::one_word() {
  return function(key(name::one_word), types_.index({i32}), 1, [&](code_builder& code) { records_.words(code, {local(0)}, 1); });
}

std::uint32_t probes::two_words() {
  return function(key(name::two_words), types_.index({i32, i32}), 1,
                  [&](code_builder& code) { records_.words(code, {local(0), local(1)}, 2); });
}

std::uint32_t probes::three_words() {
  return function(key(name::three_words), types_.index({i32, i32, i32}), 1,
                  [&](code_builder& code) { records_.words(code, {local(0), local(1), local(2)}, 3); });
}

std::uint32_t probes::four_words() {
  return function(key(name::four_words), types_.index({i32, i32, i32, i32}), 1, [&](code_builder& code) {
    code.get_global(indices_.active).if_();
    if (indices_.how == recording::instance) {
      code.get(0).get(1).get(2).op(opcode::i64_extend_i32_u);
      code.get(3).op(opcode::i64_extend_i32_u).i64(32).op(opcode::i64_shl).op(opcode::i64_add);
      code.i32(probe_slot::log4).call_indirect(types_.index({i32, i32, i64}), indices_.table);
    } else {
      records_.begin(code, 4);
      for (std::uint32_t i = 0; i < 4; ++i) records_.store_word(code, 4, 4 * i, local(i));
      records_.finish(code, 4, 16);
    }
    code.end();
  });
}

void probes::tell_memory(code_builder& code, std::uint32_t memory, std::uint32_t scratch) const {
  if (memory == 0) return;
  constexpr std::uint32_t header = record_header(record_kind::note, static_cast<std::uint32_t>(note_kind::memory));
  records_.words(code, {constant(header), constant(memory), constant(0)}, scratch);
}

void probes::push_size(code_builder& code, std::uint32_t memory) const {
  code.op(opcode::memory_size, memory);
  if (address_type(memory) == i64) code.op(opcode::i32_wrap_i64);
}

std::uint32_t probes::check_size() {
  return function(key(name::check_size), types_.index({}), 1, [&](code_builder& code) {
    const auto size = [this](code_builder& in) { push_size(in, 0); };
    const auto known = [this](code_builder& in) { in.get_global(indices_.pages); };
    size(code);
    code.get_global(indices_.pages).op(opcode::i32_ne).if_();
    records_.words(code, {constant(record_header(record_kind::grow, 1)), known, size}, 0);
    size(code);
    code.set_global(indices_.pages).end();
  });
}

std::uint32_t probes::start() {
  return function(key(name::start), types_.index({}), 0, [&](code_builder& code) { code.call(*in_.start); });
}

std::uint32_t probes::grow(std::uint32_t memory) {
  const std::uint8_t type = address_type(memory);
  return function(key(name::grow, 0, memory), types_.index({type}, {type}), 1, [&](code_builder& code) {
    code.get(0).op(opcode::memory_grow, memory).set(0);
    // One that fails, and one by zero pages, which detaches views, leave the size as it was.
    const auto size = [=, this](code_builder& in) { push_size(in, memory); };
    const auto known = [=, this](code_builder& in) { in.get_global(known_pages(memory)); };
    code.get(0);
    if (type == i64) code.op(opcode::i32_wrap_i64);
    code.i32(~0U).op(opcode::i32_ne).if_();
    tell_memory(code, memory, 1);
    records_.words(code, {constant(record_header(record_kind::grow)), known, size}, 1);
    size(code);
    code.set_global(known_pages(memory));
    if (memory == 0) code.i32(probe_slot::grown).call_indirect(types_.index({}, {}), indices_.table);
    code.end().get(0);
  });
}

std::uint8_t probes::address_type(std::uint32_t memory) const {
  return memory < in_.memories.size() && in_.memories[memory].is_64 ? i64 : i32;
}

std::uint32_t probes::fill(std::uint32_t memory) {
  const std::uint8_t type = address_type(memory);
  return bulk(key(name::fill, 0, memory), memory, range_cause::fill, false, {type, i32, type},
              [=](code_builder& code) { code.get(0).get(1).get(2).fill(memory); });
}

std::uint32_t probes::copy(std::uint32_t to, std::uint32_t from) {
  const std::uint8_t destination = address_type(to), source = address_type(from);
  const std::uint8_t length = destination == i64 && source == i64 ? i64 : i32;
  return bulk(key(name::copy, from, to), to, range_cause::copy, from == to, {destination, source, length},
              [=](code_builder& code) { code.get(0).get(1).get(2).bulk(bulk_opcode::memory_copy, to, from); });
}

std::uint32_t probes::init(std::uint32_t memory, std::uint32_t segment) {
  return bulk(key(name::init, segment, memory), memory, range_cause::init, false, {address_type(memory), i32, i32},
              [=](code_builder& code) { code.get(0).get(1).get(2).bulk(bulk_opcode::memory_init, segment, memory); });
}

/// Only ranges below 4 GiB are recorded; a trap in the operation itself comes after.
std::uint32_t probes::bulk(std::uint64_t key, std::uint32_t memory, range_cause cause, bool has_source,
                           const std::vector<std::uint8_t>& parameters, const write& operation) {
  return function(key, types_.index(parameters, {}), 0, [&](code_builder& code) {
    const auto narrow = [&](std::uint32_t parameter) {
      code.get(parameter);
      if (parameters[parameter] == i64) code.op(opcode::i32_wrap_i64);
    };
    // In the rare module with 64-bit addresses: nothing that lies beyond is told as lying below.
    const bool is_wide = parameters[0] == i64;
    if (is_wide) {
      code.get(0).get(2);
      if (parameters[2] == i32) code.op(opcode::i64_extend_i32_u);
      code.op(opcode::i64_add).i64(32).op(opcode::i64_shr_u).op(opcode::i64_eqz).if_();
    }
    code.i32(record_header(record_kind::range, static_cast<std::uint32_t>(cause)));
    narrow(0);
    narrow(2);
    if (has_source) narrow(1);
    else code.i32(0);
    code.call(range(memory));
    if (is_wide) code.end();
    operation(code);
  });
}

}  // namespace pagewise
