#include "rewrite/appended.h"

#include "rewrite/code_builder.h"

namespace pagewise {
namespace {

constexpr std::uint8_t block_without_value = 0x40, if_ = 0x04;

/// The address that was allocated lies in local `result`, but posix_memalign stores it through its first parameter.
void push_result(code_builder& code, allocator_call call, std::uint32_t result) {
  if (releases(call)) {
    code.i32(0);
    return;
  }
  if (call != allocator_call::posix_memalign_) {
    code.op(opcode::local_get, result);
    return;
  }
  code.op(opcode::local_get, result).op(opcode::i32_eqz).op(if_).op(value_i32);
  code.op(opcode::local_get, 0).i32_load().op(0x05).i32(0).op(opcode::end);
}

}  // namespace

void write_track_body(byte_writer& into, const appended& indices) {
  into.unsigned_leb(0);  // no locals
  code_builder code(into);
  code.op(opcode::local_get, 0).op(opcode::global_get, indices.stack_low).op(opcode::i32_lt_u);
  code.op(if_).op(block_without_value);
  code.op(opcode::local_get, 0).op(opcode::global_set, indices.stack_low).op(opcode::end);
  code.op(opcode::local_get, 0).op(opcode::end);
}

void write_wrapper_body(byte_writer& into, const appended& indices, const function_type& type,
                        allocator_call call, std::uint32_t moved) {
  const auto parameters = static_cast<std::uint32_t>(type.parameters.size());
  const std::uint32_t result = parameters;  // the first local after them
  into.unsigned_leb(1);
  into.unsigned_leb(1);
  into.u8(value_i32);
  code_builder code(into);

  code.i32(static_cast<std::int32_t>(call));
  for (std::uint32_t i = 0; i < 3; ++i) i < parameters ? code.op(opcode::local_get, i) : code.i32(0);
  code.i32(appended::enter_probe).call_indirect(indices.enter_type, indices.table);

  if (indices.catches) code.op(opcode::try_legacy).op(block_without_value);
  for (std::uint32_t i = 0; i < parameters; ++i) code.op(opcode::local_get, i);
  code.op(opcode::call, moved);
  if (!type.results.empty()) code.op(opcode::local_set, result);
  if (indices.catches) {
    code.op(opcode::catch_all);
    code.i32(appended::abandon_probe).call_indirect(indices.abandon_type, indices.table);
    code.op(opcode::rethrow, 0).op(opcode::end);
  }

  code.i32(static_cast<std::int32_t>(call));
  push_result(code, call, result);
  code.i32(appended::leave_probe).call_indirect(indices.leave_type, indices.table);
  if (!type.results.empty()) code.op(opcode::local_get, result);
  code.op(opcode::end);
}

}  // namespace pagewise
