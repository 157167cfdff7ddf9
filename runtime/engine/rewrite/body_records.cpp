// The records of lines and values that a body writes between its instructions, and where the code of records stands.

#include <algorithm>

#include "rewrite/body.h"

namespace pagewise {

void body_rewriter::step(std::size_t position, std::uint8_t code) {
  if (!finder_) return;
  const std::uint32_t address = static_cast<std::uint32_t>(old_.offset + position) - code_offset_;
  const line_row* row = finder_->step_at(address, code);
  if (!row) return;
  copy_to(reader_.position());
  const auto site = static_cast<std::uint32_t>(tools_.sites.size());
  tools_.sites.push_back({.function = function_, .address = address, .file = row->file, .line = row->line, .column = row->column});
  line(site);
  resume();
}

void body_rewriter::line(std::uint32_t site) {
  const auto header = [site](code_builder& code) { code.i32(record_header(record_kind::line, site)); };
  if (is_in_place_) return tools_.records->write_line(code_, header, first_local_ + 1);
  header(code_);
  code_.call(tools_.records->line());
}

void body_rewriter::log_value(record_kind kind, std::uint32_t index, value_type type) {
  const bool is_wide = type.is(value_i64) || type.is(value_f64);
  if (!is_wide && !type.is(value_i32) && !type.is(value_f32)) return;
  if (index > index_mask) return;
  const auto width = is_wide ? value_width::two_words : value_width::one_word;
  code_.i32(record_header(kind, index | static_cast<std::uint32_t>(width) << index_bits));
  if (kind == record_kind::local) code_.get(index);
  else code_.get_global(index);
  if (type.is(value_f32)) code_.op(opcode::i32_reinterpret_f32);
  if (type.is(value_f64)) code_.op(opcode::i64_reinterpret_f64);
  const bool is_kept = kind == record_kind::local && !is_wide;
  code_.call(is_kept ? tools_.records->local_value() : tools_.records->value(is_wide));
}

std::optional<access_locals> body_rewriter::in_place(const instruction& read, const memory_access& access) const {
  const bool is_plain = access.what != memory_access::kind::read_modify_write && !access.is_atomic && access.size <= 8;
  const bool is_first = read.memory_index == 0 && !tools_.in.memories[0].is_64;
  if (!is_in_place_ || !is_plain || !is_first || access.has_lane) return std::nullopt;
  if (tools_.records->takes_offset(read, access)) return std::nullopt;
  std::uint32_t first = 0;
  if (!access.operands.empty()) {
    const std::uint8_t types[] = {value_i32, value_i64, value_f32, value_f64};
    const auto* found = std::ranges::find(types, access.operands[0]);
    if (found == std::end(types)) return std::nullopt;
    first = first_local_ + 3 + static_cast<std::uint32_t>(found - types);
  }
  return access_locals{.address = first_local_, .first = first, .second = 0, .offset = 0,
                       .scratch = first_local_ + 1, .narrow = first_local_ + 2};
}

}  // namespace pagewise
