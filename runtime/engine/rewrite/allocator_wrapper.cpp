#include "rewrite/allocator_wrapper.h"

namespace pagewise {
namespace {

class wrapper {
public:
  wrapper(const recorder_indices& indices, appended_types& types, probes* records, const function_type& type,
          allocator_call call, std::uint32_t moved)
      : indices_(indices), types_(types), records_(records), call_(call), moved_(moved),
        parameters_(static_cast<std::uint32_t>(type.parameters.size())), returns_(!type.results.empty()) {}

  std::vector<std::uint8_t> write(exceptions caught) {
    const bool needs_reference = caught == exceptions::standard;
    body_.unsigned_leb(needs_reference ? 2 : 1);
    body_.unsigned_leb(1);
    body_.u8(value_i32);  // the result
    if (needs_reference) {
      body_.unsigned_leb(1);
      body_.u8(value_exnref);
    }
    enter();
    if (caught == exceptions::legacy) code_.op(opcode::try_legacy).op(empty_block);
    if (caught == exceptions::standard) try_standard();
    else call_moved();
    if (caught == exceptions::legacy) {
      code_.op(opcode::catch_all);
      abandon();
      code_.op(opcode::rethrow, 0).end();
    }
    leave();
    if (returns_) code_.get(parameters_);
    code_.end();
    return body_.release();
  }

private:
  [[nodiscard]] std::uint32_t header(allocator_phase phase) const {
    return record_header(record_kind::allocator, static_cast<std::uint32_t>(call_) |
                                                     static_cast<std::uint32_t>(phase) << allocator_call_bits);
  }

  void arguments() {
    for (std::uint32_t i = 0; i < 3; ++i) i < parameters_ ? code_.get(i) : code_.i32(0);
  }

  void enter() {
    code_.i32(static_cast<std::uint32_t>(call_));
    arguments();
    code_.i32(probe_slot::enter);
    code_.call_indirect(types_.index({value_i32, value_i32, value_i32, value_i32}), indices_.table);
    if (!records_) return;
    code_.i32(header(allocator_phase::enter));
    arguments();
    code_.call(records_->four_words());
  }

  void call_moved() {
    for (std::uint32_t i = 0; i < parameters_; ++i) code_.get(i);
    code_.call(moved_);
    if (returns_) code_.set(parameters_);
  }

  /// block: block (result exnref): try_table (catch_all_ref 0): the call; br 2. Behind the inner block the exception goes on.
  void try_standard() {
    constexpr std::uint8_t catch_all_ref = 3;
    const std::uint32_t reference = parameters_ + 1;
    code_.op(opcode::block).op(empty_block).op(opcode::block).op(value_exnref);
    code_.op(opcode::try_table).op(empty_block).op(1).op(catch_all_ref).op(0);
    call_moved();
    code_.op(opcode::br, 2).end().op(opcode::unreachable).end();
    code_.set(reference);
    abandon();
    code_.get(reference).op(opcode::throw_ref).end();
  }

  void abandon() {
    code_.i32(probe_slot::abandon).call_indirect(types_.index({}), indices_.table);
    if (records_) code_.i32(header(allocator_phase::abandon)).call(records_->one_word());
  }

  void leave() {
    code_.i32(static_cast<std::uint32_t>(call_));
    push_result();
    code_.i32(probe_slot::leave).call_indirect(types_.index({value_i32, value_i32}), indices_.table);
    if (!records_) return;
    code_.i32(header(allocator_phase::leave));
    push_result();
    code_.call(records_->two_words());
  }

  /// The address that was allocated is the result, but posix_memalign stores it through its first parameter, and an
  /// announcement has it as such.
  void push_result() {
    if (releases(call_)) {
      code_.i32(0);
    } else if (call_ == allocator_call::announced) {
      code_.get(0);
    } else if (call_ != allocator_call::posix_memalign_) {
      code_.get(parameters_);
    } else {
      code_.get(parameters_).op(opcode::i32_eqz).op(opcode::if_).op(value_i32);
      code_.get(0).op(opcode::i32_load).at(0).op(opcode::else_).i32(0).end();
    }
  }

  const recorder_indices& indices_;
  appended_types& types_;
  probes* records_;
  allocator_call call_;
  std::uint32_t moved_;
  std::uint32_t parameters_;
  bool returns_;
  byte_writer body_;
  code_builder code_{body_};
};

}  // namespace

std::vector<std::uint8_t> wrapper_body(const recorder_indices& indices, appended_types& types, probes* records,
                                       const function_type& type, allocator_call call, std::uint32_t moved,
                                       exceptions caught) {
  return wrapper(indices, types, records, type, call, moved).write(caught);
}

}  // namespace pagewise
