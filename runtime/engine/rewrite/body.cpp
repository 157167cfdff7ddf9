#include "rewrite/body.h"

#include <algorithm>

namespace pagewise {
namespace {

/// Bytes: longer functions would become too long for engines to compile well.
constexpr std::size_t longest_in_place = 8'192;
/// Locals that code in place needs: an address, a free one, a sum, and a value of each type.
constexpr std::uint32_t places = 7;

constexpr std::uint32_t no_stack_pointer = ~std::uint32_t{0};

bool is_tail_call(const instruction& read) {
  return read.opcode == opcode::return_call || read.opcode == opcode::return_call_indirect ||
         read.opcode == opcode::return_call_ref;
}

/// Whether the instruction begins the handler of a legacy `try`.
bool is_handler(const instruction& read) {
  return read.opcode == opcode::catch_legacy || read.opcode == opcode::catch_all;
}

}  // namespace

body_catches rewrite_body(body_tools& tools, std::uint32_t function, byte_reader& reader) {
  const byte_reader start = reader;
  const std::size_t sites = tools.sites.size();
  const body_catches found = body_rewriter(tools, function, reader, {}).run();
  if (found == body_catches{} || !tools.records || !reader.ok()) return found;
  reader = start;
  tools.sites.resize(sites);
  return body_rewriter(tools, function, reader, found).run();
}

body_rewriter::body_rewriter(body_tools& tools, std::uint32_t function, byte_reader& reader, body_catches catches)
    : tools_(tools), function_(function), catches_(catches),
      old_(tools.in.bodies[function - tools.in.imported_functions]), reader_(reader), check_(tools.in, function),
      prologue_(tools.in.stack_pointer.value_or(no_stack_pointer)) {
  const section* code = tools.in.find(section_id::code);
  code_offset_ = static_cast<std::uint32_t>(code ? code->offset : 0);
  body_.clear();
  pieces_.clear();
}

body_catches body_rewriter::run() {
  const auto start = static_cast<std::uint32_t>(old_.offset) - code_offset_;
  if (tools_.records && tools_.options.lines && !tools_.options.lines->rows.empty()) {
    const auto end = start + static_cast<std::uint32_t>(old_.contents.size());
    finder_.emplace(*tools_.options.lines, tools_.library_files, start, end);
    is_in_place_ = finder_->has_own_lines() && old_.contents.size() <= longest_in_place;
    if (tools_.options.locals_needed) needed_locals_ = tools_.options.locals_needed(start);
  }
  pieces_.push_back({0, 0});
  declare_locals();
  begin();
  const auto goes_on = [this] { return reader_.ok() && !check_.is_over(); };
  const bool may_be_surprised = tools_.records && catches_ == body_catches{};
  while (goes_on() && (!may_be_surprised || found_ == body_catches{})) rewrite_next();
  while (goes_on()) read_checked();
  tools_.rare = code_.rare();
  if (reader_.ok() && reader_.remaining() != 0) reader_.fail("code after the end of a function");
  return found_;
}

void body_rewriter::declare_locals() {
  byte_reader counter(old_.contents);
  const std::uint32_t groups = counter.u32();
  const std::vector<local_group> declared = read_locals(reader_);
  check_.declare(declared, reader_);
  const function_type& type = tools_.in.types[tools_.in.functions[function_]];
  std::uint64_t locals = type.parameters.size();
  for (const local_group& group : declared) locals += group.count;
  constexpr std::uint32_t most = 50'000;  // no host accepts more locals
  is_in_place_ = is_in_place_ && locals + places < most;
  body_.unsigned_leb(groups + (is_in_place_ ? 4 : 0) + (saves_depth() ? 1 : 0));
  body_.raw(reader_.between(counter.position(), reader_.position()));
  first_local_ = static_cast<std::uint32_t>(locals);
  saved_depth_ = first_local_ + (is_in_place_ ? places : 0);
  const auto add = [this](std::uint32_t count, std::uint8_t type) {
    body_.unsigned_leb(count);
    body_.u8(type);
  };
  if (is_in_place_) {
    add(4, value_i32);
    for (const std::uint8_t type : {value_i64, value_f32, value_f64}) add(1, type);
  }
  if (saves_depth()) add(1, value_i32);
  copied_ = reader_.position();
  const std::uint32_t highest = needed_locals_.empty() ? 0 : *std::ranges::max_element(needed_locals_);
  if (needed_locals_.empty() || highest >= std::min<std::uint64_t>(locals, most)) return needed_locals_.clear();
  local_types_ = type.parameters;
  for (const local_group& group : declared) {
    for (std::uint32_t i = 0; i < group.count && local_types_.size() <= highest; ++i) local_types_.push_back(group.type);
  }
}

void body_rewriter::begin() {
  pieces_.push_back({body_.size(), copied_});
  const bool throws = function_ < tools_.in.function_names.size() && tools_.in.function_names[function_] == "__cxa_throw";
  if (throws) code_.i32(probe_slot::thrown).call_indirect(tools_.nothing_type, tools_.recorder.table);
  if (tools_.records) {
    code_.i32(record_header(record_kind::enter, function_)).call(tools_.records->enter());
    if (saves_depth()) code_.get_global(tools_.recorder.depth).set(saved_depth_);
    const auto& type = tools_.in.types[tools_.in.functions[function_]];
    for (const std::uint32_t local : needed_locals_) {
      if (local < type.parameters.size()) log_value(record_kind::local, local, type.parameters[local]);
    }
    if (!tools_.has_lines) {
      tools_.sites.push_back({.function = function_, .address = static_cast<std::uint32_t>(old_.offset) - code_offset_,
                              .file = 0, .line = 0, .column = 0});
      const auto site = static_cast<std::uint32_t>(tools_.sites.size() - 1);
      line(site);
    }
    // Every way out of the function leads to the end of this block.
    code_.op(opcode::block);
    if (type.results.empty()) {
      code_.op(empty_block);
    } else if (type.results.size() == 1) {
      code_.raw(type.results[0].encoding);
    } else {
      byte_writer results;
      for (const value_type& result : type.results) results.raw(result.encoding);
      body_.signed_leb(tools_.types.index({}, 0, results.view(), static_cast<std::uint32_t>(type.results.size())));
    }
  }
  pieces_.push_back({body_.size(), copied_});
}

void body_rewriter::finish(std::size_t position) {
  copy_to(position);
  if (tools_.records) {
    pieces_.push_back({body_.size(), position});
    code_.end();
    if (catches_.standard) unwind();
    code_.i32(record_header(record_kind::exit, function_)).call(tools_.records->exit());
  }
  code_.end();
  copied_ = reader_.position();
}

void body_rewriter::rewrite_next() {
  const std::size_t start = reader_.position();
  const std::uint8_t next = reader_.peek();
  const bool is_handler_or_else = next == opcode::catch_legacy || next == opcode::catch_all || next == opcode::else_;
  if (!is_handler_or_else) step(start, next);
  if (pass_over(next)) return;
  const instruction read = read_checked();
  if (!reader_.ok()) return;
  if (check_.is_over()) return finish(start);
  if (tools_.records) {
    before(read, start);
    follow_blocks(read, start);
    if (finder_) finder_->follow(read);
  }
  if (!tools_.records || !replace(read, start)) after(read);
  if (is_handler_or_else) step(start, next);
}

/// Reads the next instruction if it is one of those that most code consists of and that need no probe: it computes, or
/// uses a local in which nobody is interested.
bool body_rewriter::pass_over(std::uint8_t code) {
  if (!prologue_.is_over()) return false;
  const bool uses_local = code == opcode::local_get ||
                          ((code == opcode::local_set || code == opcode::local_tee) && needed_locals_.empty());
  if (is_numeric(code)) {
    reader_.skip(1);
  } else if (code == opcode::i32_const) {
    reader_.skip(1);
    reader_.signed_leb(32);
  } else if (uses_local) {
    reader_.skip(1);
    check_.see_local(reader_.u32(), reader_);
  } else {
    return false;
  }
  return true;
}

instruction body_rewriter::read_checked() {
  const instruction read = read_instruction(reader_);
  check_.see(read, reader_);
  if (!reader_.ok()) return read;
  if (const auto access = memory_access_of(read)) {
    if (const char* reason = invalid_immediate(read, *access, tools_.in.memories[read.memory_index])) reader_.fail(reason);
  }
  if (read.opcode == opcode::try_legacy) found_.legacy = true;
  if (read.opcode == opcode::try_table) found_.standard = true;
  return read;
}

void body_rewriter::before(const instruction& read, std::size_t start) {
  if (!is_tail_call(read)) return;
  copy_to(start);
  code_.i32(record_header(record_kind::exit, function_)).call(tools_.records->exit());
  pieces_.push_back({body_.size(), start});
}

void body_rewriter::follow_blocks(const instruction& read, std::size_t start) {
  if (read.opcode == opcode::try_table) mark_catch_targets(read, start);
  if (opens_block(read)) controls_.push_back({});
  const bool ends = read.opcode == opcode::end || read.opcode == opcode::delegate;
  const bool was_catch_target = ends && controls_.back().is_catch_target;
  if (ends) controls_.pop_back();
  const bool restores = was_catch_target || (is_handler(read) && catches_.legacy) ||
                        (read.opcode == opcode::loop && catches_.standard);
  if (!restores) return;
  copy_to(reader_.position());
  unwind();
  resume();
}

/// Labels of a try_table's clauses count from the block around it (core specification, section 3.4.4).
void body_rewriter::mark_catch_targets(const instruction& read, std::size_t start) {
  byte_reader clauses(old_.contents.subspan(start, reader_.position() - start));
  clauses.skip(1 + read.block_type.size());
  const std::uint32_t count = clauses.u32();
  for (std::uint32_t i = 0; i < count && clauses.ok(); ++i) {
    if (clauses.u8() < 2) clauses.u32();  // the tag
    const std::uint32_t label = clauses.u32();
    if (label < controls_.size()) controls_[controls_.size() - 1 - label].is_catch_target = true;
  }
}

void body_rewriter::after(const instruction& read) {
  if (prologue_.follow(read)) {
    copy_to(reader_.position());
    code_.call(tools_.track_function);
    resume();
  }
  if (read.opcode == opcode::global_set && read.operand == tools_.in.stack_pointer) {
    copy_to(reader_.position());
    code_.get_global(*tools_.in.stack_pointer).call(tools_.track_function).op(opcode::drop);
    resume();
  }
  if (!tools_.records) {
    if (read.opcode != opcode::memory_grow || read.memory_index != 0) return;
    copy_to(reader_.position());
    code_.i32(probe_slot::grown).call_indirect(tools_.nothing_type, tools_.recorder.table);
    return resume();
  }
  const auto operand = static_cast<std::uint32_t>(read.operand);
  const bool sets_local = read.opcode == opcode::local_set || read.opcode == opcode::local_tee;
  if (sets_local && std::ranges::find(needed_locals_, operand) != needed_locals_.end()) {
    copy_to(reader_.position());
    log_value(record_kind::local, operand, local_types_[operand]);
    resume();
  }
  if (read.opcode == opcode::global_set && operand < tools_.in.globals.size()) {
    copy_to(reader_.position());
    log_value(record_kind::global, operand, tools_.in.globals[operand].type);
    resume();
  }
  if (read.opcode == opcode::call && operand < tools_.in.imported_functions && !tools_.in.memories.empty()) {
    copy_to(reader_.position());
    code_.call(tools_.records->check_size());
    resume();
  }
}

void body_rewriter::copy_to(std::size_t position) {
  body_.raw(old_.contents.subspan(copied_, position - copied_));
  copied_ = position;
}

}  // namespace pagewise
