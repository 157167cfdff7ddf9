// The probes that take the place of single accesses to memory, and the one of ranges.

#include "record/log_memory.h"
#include "rewrite/probes.h"

namespace pagewise {
namespace {

constexpr std::uint8_t i32 = value_i32, i64 = value_i64;

record_kind store_record(std::uint32_t size) {
  switch (size) {
    case 1: return record_kind::store1;
    case 2: return record_kind::store2;
    case 4: return record_kind::store4;
    default: return record_kind::store8;
  }
}

/// Loads the old value of `size` bytes, at most 8: an i64 for 8 bytes, else an i32.
void load_old(code_builder& code, std::uint32_t memory, std::uint32_t address, std::uint32_t offset, std::uint32_t size) {
  const std::uint8_t loads[] = {opcode::i32_load8_u, opcode::i32_load16_u, opcode::i32_load, opcode::i64_load};
  code.get(address).op(size == 1 ? loads[0] : size == 2 ? loads[1] : size == 4 ? loads[2] : loads[3]).at(memory, offset);
}

/// A memory argument as the replaced instruction had it, but for its offset.
void repeat(code_builder& code, const instruction& read, const memory_access& what, std::uint32_t offset) {
  std::uint32_t alignment = 0;
  while (what.is_atomic && 1U << alignment < what.size) ++alignment;
  if (read.extended != 0 || read.opcode == opcode::vector_prefix || read.opcode == opcode::atomic_prefix) code.op(read.opcode, read.extended);
  else code.op(read.opcode);
  code.at(read.memory_index, offset, alignment);
  if (what.has_lane) code.op(read.lane);
}

}  // namespace

bool probes::takes_offset(const instruction& read, const memory_access& what) const {
  constexpr std::uint32_t most = 0xff;  // as many functions for one instruction
  return read.memory_offset > most || (read.memory_offset > 0 && (what.size > 8 || address_type(read.memory_index) == i64));
}

std::uint32_t probes::access(const instruction& read, const memory_access& what) {
  const bool takes = takes_offset(read, what);
  const auto within = takes ? 0 : static_cast<std::uint32_t>(read.memory_offset);
  // Of an instruction: 8 bits; 9 bits when it has a prefix; 4 bits.
  const std::uint32_t detail = read.opcode | read.extended << 8 | static_cast<std::uint32_t>(read.lane) << 20;
  const std::uint32_t memory = read.memory_index;
  const std::uint64_t key = probes::key(name::access, std::uint64_t{detail} << 9 | within << 1 | (takes ? 1 : 0), memory);
  if (const std::uint32_t made = known(key)) return made;
  const std::uint8_t type = address_type(memory);
  std::vector<std::uint8_t> parameters = {type};
  parameters.insert(parameters.end(), what.operands.begin(), what.operands.end());
  const auto offset = static_cast<std::uint32_t>(parameters.size());
  if (takes) parameters.push_back(type);
  std::vector<std::uint8_t> results;
  if (what.result != 0) results.push_back(what.result);
  const auto scratch = static_cast<std::uint32_t>(parameters.size());
  const access_locals locals = {.address = 0, .first = 1, .second = 2, .offset = offset, .scratch = scratch, .narrow = scratch + 1};
  return function(key, types_.index(parameters, results), 2,
                  [&](code_builder& code) { write_access(code, read, what, locals); });
}

void probes::write_access(code_builder& code, const instruction& read, const memory_access& what, const access_locals& locals) {
  const auto& [base, first, second, offset, scratch, narrow] = locals;
  const bool takes = takes_offset(read, what);
  const auto within = takes ? 0 : static_cast<std::uint32_t>(read.memory_offset);
  const std::uint32_t memory = read.memory_index;
  const std::uint8_t type = address_type(memory);
  const auto trap_where_less = [&](code_builder& code, const record_code::push& least) {
    // Where the sum leaves the address space, an access at the very end traps as the original would.
    least(code);
    code.op(type == i64 ? opcode::i64_lt_u : opcode::i32_lt_u).if_();
    if (type == i64) code.i64(-1);
    else code.i32(~0U);
    code.op(opcode::i32_load).at(memory).op(opcode::drop).end();
  };
  if (takes) {
    code.get(base).get(offset).op(type == i64 ? opcode::i64_add : opcode::i32_add).tee(base);
    trap_where_less(code, [&](code_builder& in) { in.get(offset); });
  }
  const std::uint32_t address = type == i64 || within > 0 ? narrow : base;
  if (type == i64) {
    code.get(base).i64(32).op(opcode::i64_shr_u).op(opcode::i64_eqz).if_();
    code.get(base).op(opcode::i32_wrap_i64).set(narrow);
  }
  const record_code::push push_address = local(address);
  if (what.size == 16 && what.what != memory_access::kind::load) {
    code.i32(record_header(record_kind::range, static_cast<std::uint32_t>(range_cause::vector_store)));
    code.get(address).i32(16).i32(0).call(range(memory));
  } else {
    code.get_global(indices_.active).if_();
    if (within > 0) code.get(base).i32(within).op(opcode::i32_add).set(narrow);
    if (what.what == memory_access::kind::load) {
      if (within > 0) trap_where_less(code.get(narrow), constant(within));
      records_.append(code, {constant(record_header(record_kind::load, what.size)), push_address}, scratch);
    } else {
      // Traps where the access would, before anything is recorded.
      const auto old = [&](code_builder& in) { load_old(in, memory, base, within, what.size); };
      if (memory != 0) {
        old(code);
        code.op(opcode::drop);
        tell_memory(code, memory, scratch);
      }
      const std::uint32_t header = record_header(store_record(what.size));
      const auto header_with_old = [&](code_builder& in) {
        old(in);
        in.i32(kind_bits).op(opcode::i32_shl).i32(header).op(opcode::i32_or);
      };
      if (what.size <= 2) records_.append(code, {header_with_old, push_address}, scratch);
      else if (what.size == 4) records_.append_store4(code, push_address, old, scratch);
      else records_.append_wide(code, constant(header), push_address, old, scratch);
      if (indices_.how == recording::second_memory) records_.mark_changed(code, memory, address, what.size);
    }
    code.end();
  }
  if (type == i64) code.end();
  code.get(base);
  if (!what.operands.empty()) code.get(first);
  if (what.operands.size() > 1) code.get(second);
  repeat(code, read, what, within);
}

std::uint32_t probes::range(std::uint32_t memory) {
  constexpr std::uint32_t header = 0, address = 1, length = 2, source = 3, scratch = 4;
  return function(key(name::range, 0, memory), types_.index({i32, i32, i32, i32}), 2, [&](code_builder& code) {
    // What lies beyond the end of memory traps, and changes nothing.
    code.get_global(indices_.active).if_().get(length).if_();
    code.get(address).op(opcode::i64_extend_i32_u).get(length).op(opcode::i64_extend_i32_u).op(opcode::i64_add);
    code.op(opcode::memory_size, memory);
    if (address_type(memory) == i32) code.op(opcode::i64_extend_i32_u);
    code.i64(16).op(opcode::i64_shl).op(opcode::i64_gt_u).op(opcode::i32_eqz).if_();
    tell_memory(code, memory, scratch);
    const auto padded = [=](code_builder& in) { in.get(length).i32(3).op(opcode::i32_add).i32(~3U).op(opcode::i32_and); };
    if (indices_.how == recording::instance) {
      code.get(header).get(address).get(length).get(source);
      code.i32(probe_slot::range).call_indirect(types_.index({i32, i32, i32, i32}), indices_.table);
      // Eight bytes at a time, the last ones one by one: the other instance cannot read this memory.
      const std::uint32_t data = types_.index({i64, i32});
      const auto pass_on = [&](std::uint8_t load, bool widen, std::uint32_t size) {
        code.op(opcode::block).op(empty_block).op(opcode::loop).op(empty_block);
        code.get(length).i32(size).op(opcode::i32_lt_u).op(opcode::br_if, 1);
        code.get(address).op(load).at(memory);
        if (widen) code.op(opcode::i64_extend_i32_u);
        code.i32(size).i32(probe_slot::range_data).call_indirect(data, indices_.table);
        code.get(address).i32(size).op(opcode::i32_add).set(address);
        code.get(length).i32(size).op(opcode::i32_sub).set(length);
        code.op(opcode::br, 0).end().end();
      };
      if (address_type(memory) == i32) {
        pass_on(opcode::i64_load, false, 8);
        pass_on(opcode::i32_load8_u, true, 1);
      }
    } else {
      // 64-bit sums: a length near 4 GiB must not wrap round.
      code.get_global(indices_.position).op(opcode::i64_extend_i32_u).get(length).op(opcode::i64_extend_i32_u);
      code.op(opcode::i64_add).i64(20).op(opcode::i64_add);
      code.get_global(indices_.end).op(opcode::i64_extend_i32_u).op(opcode::i64_gt_u).if_();
      code.get(length).i32(log_memory::slack).op(opcode::i32_add).call(pause_).end();
      code.get_global(indices_.position).set(scratch);
      records_.store_word(code, scratch, 0, local(header));
      records_.store_word(code, scratch, 4, local(address));
      records_.store_word(code, scratch, 8, local(length));
      records_.store_word(code, scratch, 12, local(source));
      code.get(scratch).i32(16).op(opcode::i32_add).get(address);
      if (address_type(memory) == i64) code.op(opcode::i64_extend_i32_u);
      code.get(length).bulk(bulk_opcode::memory_copy, indices_.memory, memory);
      code.get(scratch).i32(16).op(opcode::i32_add);
      padded(code);
      code.op(opcode::i32_add).set_global(indices_.position);
      const auto piece = [&](bool of_last) {
        code.get(address);
        if (of_last) code.get(length).op(opcode::i32_add).i32(1).op(opcode::i32_sub);
        code.i32(12).op(opcode::i32_shr_u);
        if (memory != 0) code.i32(log_memory::flags_of(memory)).op(opcode::i32_add);
      };
      piece(false);
      code.i32(1);
      piece(true);
      piece(false);
      code.op(opcode::i32_sub).i32(1).op(opcode::i32_add).fill(indices_.memory);
    }
    code.end().end().end();
  });
}

}  // namespace pagewise
