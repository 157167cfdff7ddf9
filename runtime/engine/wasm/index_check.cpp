#include "wasm/index_check.h"

#include <algorithm>

namespace pagewise {
namespace {

using namespace bulk_opcode;

bool accesses_memory(const instruction& read) {
  if (is_plain_access(read.opcode)) return true;
  if (read.opcode == opcode::vector_prefix) return is_vector_access(read.extended);
  if (read.opcode == opcode::atomic_prefix) return read.extended != atomic_opcode::fence;
  if (read.opcode == opcode::bulk_prefix) {
    return read.extended == memory_init || read.extended == memory_copy || read.extended == memory_fill;
  }
  return read.opcode == opcode::memory_size || read.opcode == opcode::memory_grow;
}

/// The highest index of a table among the immediates, or -1.
std::int64_t highest_table(const instruction& read) {
  switch (read.opcode) {
    case opcode::call_indirect: case opcode::return_call_indirect: return read.second;
    case opcode::table_get: case opcode::table_set: return read.operand;
    case opcode::bulk_prefix:
      if (read.extended == table_init) return read.second;
      if (read.extended == table_copy) return std::max<std::int64_t>(read.operand, read.second);
      return read.extended >= table_grow && read.extended <= table_fill ? read.operand : -1;
    default: return -1;
  }
}

bool within(std::int64_t index, std::uint64_t count) { return index < 0 || static_cast<std::uint64_t>(index) < count; }

}  // namespace

bool is_known(value_type type, const module& in) { return within(type.type_index(), in.types.size()); }

const char* unknown_index(const instruction& read, const module& in) {
  if (!within(read.type, in.types.size())) return "unknown type";
  if (!within(highest_table(read), in.tables)) return "unknown table";
  const bool names_data = read.opcode == opcode::bulk_prefix && (read.extended == memory_init || read.extended == data_drop);
  if (names_data && !in.find(section_id::data_count)) return "data count section required";
  if (accesses_memory(read)) {
    const bool copies = read.opcode == opcode::bulk_prefix && read.extended == memory_copy;
    const std::uint32_t memory = copies ? std::max(read.memory_index, read.second) : read.memory_index;
    return memory < in.memories.size() ? nullptr : "unknown memory";
  }
  switch (read.opcode) {
    case opcode::call: case opcode::return_call: case opcode::ref_func:
      return within(read.operand, in.functions.size()) ? nullptr : "unknown function";
    case opcode::global_get: case opcode::global_set:
      return within(read.operand, in.globals.size()) ? nullptr : "unknown global";
    default: return nullptr;
  }
}

index_check::index_check(const module& in, std::uint32_t function)
    : in_(in), locals_(in.types[in.functions[function]].parameters.size()) {}

void index_check::declare(const std::vector<local_group>& groups, byte_reader& reader) {
  for (const local_group& group : groups) {
    if (!is_known(group.type, in_)) reader.fail("unknown type");
    locals_ += group.count;
  }
}

void index_check::see(const instruction& read, byte_reader& reader) {
  if (const char* reason = unknown_index(read, in_)) return reader.fail(reason);
  const bool names_local = read.opcode >= opcode::local_get && read.opcode <= opcode::local_tee;
  if (names_local) return see_local(static_cast<std::uint32_t>(read.operand), reader);
  const bool closes = read.opcode == opcode::end || read.opcode == opcode::delegate;
  if (closes) --labels_;  // first: a delegate names what lies around its `try`
  if (!within(read.label, labels_)) return reader.fail("unknown label");
  if (opens_block(read)) ++labels_;
}

}  // namespace pagewise
