#include "debug/expression.h"

#include <algorithm>

#include "debug/expression_stack.h"
#include "debug/operation.h"

namespace pagewise {
namespace {

constexpr int most_operations = 1000;  ///< branches may form a loop
constexpr std::uint64_t largest = 1 << 16;  ///< bytes of an object that is not in memory

/// Runs one expression. A simple location is the top of the stack at the end; a composite one grows piece by piece.
class evaluator {
public:
  evaluator(bytes expression, const expression_context& context, std::uint64_t size)
      : expression_(expression), context_(context), size_(size) {
    if (context.object) stack_.push({.bits = *context.object});
  }

  storage run() {
    if (expression_.empty()) return storage::removed();
    byte_reader reader(expression_);
    for (int i = 0; !reader.at_end(); ++i) {
      if (i == most_operations) return {};
      const operation next = read_operation(reader, context_.in);
      if (!reader.ok()) return {};
      if (next.code == op::bra || next.code == op::skip) {
        if (next.code == op::bra && stack_.pop().bits == 0) continue;
        const std::uint64_t target = reader.position() + next.first;
        if (target > expression_.size()) return {};
        reader = byte_reader(expression_);
        reader.skip(static_cast<std::size_t>(target));
      } else if (!perform(next)) {
        return {};
      }
      if (!stack_.ok()) return {};
    }
    if (is_composite_) return whole_composite();
    return current();
  }

private:
  /// The simple location that the operations so far lead to. None at all means that the object was removed.
  storage current() {
    if (implicit_) return *implicit_;
    if (stack_.empty()) return storage::removed();
    const stack_value top = stack_.pop();
    if (!is_value_) return storage::in_memory(context_.in.address_size == 4 ? top.bits & 0xffff'ffff : top.bits);
    const bool fits = size_ <= 8 && (size_ <= top.width || top.width == 0);
    const bool is_float_of_another_size = top.is_float && size_ != top.width;
    return fits && !is_float_of_another_size ? storage::of(top.bits, static_cast<std::size_t>(size_)) : storage{};
  }

  /// What no piece covers is optimised out.
  storage whole_composite() {
    if (size_ > largest) return {};
    if (composite_.bytes_held.size() < size_) {
      composite_.bytes_held.resize(static_cast<std::size_t>(size_));
      composite_.is_known.resize(static_cast<std::size_t>(size_));
    }
    return composite_;
  }

  bool add_piece(std::uint64_t size) {
    const std::uint64_t whole = size_;
    if (size > largest - composite_.bytes_held.size()) return false;
    is_composite_ = true;
    composite_.what = storage::kind::held;
    size_ = size;
    const storage source = current();
    size_ = whole;
    std::vector<std::uint8_t> piece(static_cast<std::size_t>(size));
    shown_value::state why{};
    const bool known = source.read(context_.frame, piece, why);
    if (!known && why == shown_value::state::unavailable) return false;
    composite_.bytes_held.insert(composite_.bytes_held.end(), piece.begin(), piece.end());
    composite_.is_known.insert(composite_.is_known.end(), piece.size(), known);
    implicit_.reset();
    is_value_ = false;
    stack_.clear();
    return true;
  }

  bool perform(const operation& next) {
    switch (next.code) {
      case op::addr: stack_.push({.bits = next.first}); return true;
      case op::addrx: case op::constx: stack_.push({.bits = indexed_address(context_.entries.sections(), context_.in, next.first)}); return true;
      case op::fbreg: return push_frame_base(next.first);
      case op::wasm_location: return push_wasm(next.first, next.second);
      case op::push_object_address:
        if (context_.object) stack_.push({.bits = *context_.object});
        return context_.object.has_value();
      case op::deref: return dereference(context_.in.address_size);
      case op::deref_size: return dereference(next.first);
      case op::convert: return convert(next.first);
      case op::stack_value: is_value_ = true; return !stack_.empty();
      case op::implicit_value:
        implicit_ = storage{.what = storage::kind::held, .bytes_held = {next.block.begin(), next.block.end()}};
        return next.block.size() >= size_;
      case op::implicit_pointer: case op::gnu_implicit_pointer: implicit_ = storage::removed(); return true;
      case op::piece: return add_piece(next.first);
      default: return stack_.perform(next);
    }
  }

  bool push_frame_base(std::uint64_t offset) {
    if (context_.frame_base.empty()) return false;
    expression_context inner = context_;
    inner.frame_base = {};
    inner.object.reset();
    storage base = evaluate(context_.frame_base, inner, context_.in.address_size);
    std::uint64_t address = base.address;
    if (base.what == storage::kind::held) {
      address = 0;
      for (std::size_t i = base.bytes_held.size(); i > 0; --i) address = address << 8 | base.bytes_held[i - 1];
    } else if (base.what != storage::kind::memory) {
      return false;
    }
    stack_.push({.bits = address + offset});
    return true;
  }

  bool push_wasm(std::uint64_t kind, std::uint64_t index) {
    if (index > 0xffff'ffff) return false;
    const auto number = static_cast<std::uint32_t>(index);
    std::optional<std::uint64_t> found;
    stack_value value{};
    if (kind == wasm_place::local) {
      found = context_.frame.local(number);
      const std::uint8_t type = number < context_.local_types.size() ? context_.local_types[number] : std::uint8_t{0};
      if (type == value_v128) return false;
      value.width = type == value_i32 || type == value_f32 ? 4 : type == value_i64 || type == value_f64 ? 8 : 0;
      value.is_float = type == value_f32 || type == value_f64;
    } else if (kind == wasm_place::global || kind == wasm_place::fixed_global) {
      found = context_.frame.global(number);
    }
    if (!found) return false;
    value.bits = value.width == 4 ? *found & 0xffff'ffff : *found;
    stack_.push(value);
    return true;
  }

  bool dereference(std::uint64_t size) {
    if (size == 0 || size > 8) return false;
    std::uint8_t read[8] = {};
    const stack_value address = stack_.pop();
    const std::uint64_t at = context_.in.address_size == 4 ? address.bits & 0xffff'ffff : address.bits;
    if (!stack_.ok() || !context_.frame.read(at, std::span(read).first(static_cast<std::size_t>(size)))) return false;
    std::uint64_t value = 0;
    for (std::size_t i = static_cast<std::size_t>(size); i > 0; --i) value = value << 8 | read[i - 1];
    stack_.push({.bits = value, .width = static_cast<std::uint8_t>(size > 4 ? 8 : 4)});
    return true;
  }

  /// To the base type at this offset of the unit; 0 stands for an integer as wide as an address.
  bool convert(std::uint64_t type) {
    if (type == 0) return stack_.convert(context_.in.address_size, false);
    const entry_index to = context_.entries.find(context_.in.start + type);
    if (to == no_entry) return false;
    const std::uint64_t how = context_.entries.number(to, attribute::encoding);
    if (how == encoding::floating) return false;
    return stack_.convert(context_.entries.number(to, attribute::byte_size),
                          how == encoding::signed_ || how == encoding::signed_char);
  }

  bytes expression_;
  const expression_context& context_;
  std::uint64_t size_;
  expression_stack stack_;
  bool is_value_ = false;
  std::optional<storage> implicit_;
  bool is_composite_ = false;
  storage composite_;
};

}  // namespace

storage evaluate(bytes expression, const expression_context& context, std::uint64_t size) {
  return evaluator(expression, context, size).run();
}

void add_locals(bytes expression, const unit& in, std::vector<std::uint32_t>& into) {
  byte_reader reader(expression);
  while (!reader.at_end()) {
    const operation next = read_operation(reader, in);
    if (next.code != op::wasm_location || next.first != wasm_place::local || next.second > 0xffff'ffff) continue;
    const auto index = static_cast<std::uint32_t>(next.second);
    if (std::ranges::find(into, index) == into.end()) into.push_back(index);
  }
}

}  // namespace pagewise
