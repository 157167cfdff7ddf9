#include "debug/expression_stack.h"

#include <algorithm>

namespace pagewise {
namespace {

constexpr std::size_t most_values = 256;

std::uint64_t zero_extended(const stack_value& value) {
  return value.width == 4 ? value.bits & 0xffff'ffff : value.bits;
}

std::int64_t sign_extended(const stack_value& value) {
  return value.width == 4 && !value.is_signed ? static_cast<std::int32_t>(value.bits)
                                              : static_cast<std::int64_t>(value.bits);
}

}  // namespace

void expression_stack::push(const stack_value& value) {
  if (values_.size() == most_values) ok_ = false;
  else values_.push_back(value);
}

stack_value expression_stack::pop() {
  if (values_.empty()) {
    ok_ = false;
    return {};
  }
  const stack_value top = values_.back();
  values_.pop_back();
  return top;
}

stack_value expression_stack::pick(std::uint64_t from_top) {
  if (from_top < values_.size()) return values_[values_.size() - 1 - static_cast<std::size_t>(from_top)];
  ok_ = false;
  return {};
}

bool expression_stack::perform(const operation& next) {
  if (next.code >= op::lit0 && next.code <= op::lit31) {
    push({.bits = static_cast<std::uint64_t>(next.code - op::lit0)});
    return true;
  }
  switch (next.code) {
    case op::const1u: case op::const1s: case op::const2u: case op::const2s: case op::const4u: case op::const4s:
    case op::const8u: case op::const8s: case op::constu: case op::consts: push({.bits = next.first}); return true;
    case op::nop: return true;
    case op::dup: push(pick(0)); return true;
    case op::drop: pop(); return true;
    case op::over: push(pick(1)); return true;
    case op::pick: push(pick(next.first)); return true;
    case op::swap: case op::rot: {
      const std::size_t count = next.code == op::swap ? 2 : 3;
      if (values_.size() < count) return false;
      std::rotate(values_.end() - static_cast<std::ptrdiff_t>(count), values_.end() - 1, values_.end());
      return true;
    }
    case op::plus_uconst:
      push({.bits = next.first});
      return compute(op::plus);
    case op::abs: case op::neg: case op::not_: {
      stack_value top = pop();
      if (top.is_float) return false;
      const std::int64_t value = sign_extended(top);
      if (next.code == op::not_) top.bits = ~top.bits;
      else if (next.code == op::neg || value < 0) top.bits = std::uint64_t{0} - static_cast<std::uint64_t>(value);
      push(top);
      return true;
    }
    default: return compute(next.code);
  }
}

bool expression_stack::compute(std::uint8_t code) {
  const stack_value right = pop();
  const stack_value left = pop();
  if (!ok_ || left.is_float || right.is_float) return false;
  stack_value result{.width = std::max(left.width, right.width)};
  // A constant is as wide as its partner.
  stack_value a = left, b = right;
  a.width = b.width = result.width;
  const bool has_constant = left.width == 0 || right.width == 0;
  const auto compared = [&](bool holds) { result = {.bits = holds ? std::uint64_t{1} : std::uint64_t{0}}; };
  switch (code) {
    case op::plus: result.bits = left.bits + right.bits; break;
    case op::minus: result.bits = left.bits - right.bits; break;
    case op::mul: result.bits = left.bits * right.bits; break;
    case op::and_:
      result.bits = zero_extended(left) & zero_extended(right);
      if (has_constant)
        result.width = std::max<std::uint8_t>(result.width, 8);  // the bits above are zero, and known to be
      break;
    case op::or_: result.bits = zero_extended(left) | zero_extended(right); break;
    case op::xor_: result.bits = zero_extended(left) ^ zero_extended(right); break;
    case op::shl:
      result.bits = right.bits < 64 ? left.bits << right.bits : 0;
      result.width = right.bits >= 32 ? std::uint8_t{8} : left.width;
      break;
    case op::shr: result = {.bits = right.bits < 64 ? zero_extended(a) >> right.bits : 0, .width = left.width}; break;
    case op::shra: result = {.bits = static_cast<std::uint64_t>(sign_extended(a) >> std::min<std::uint64_t>(right.bits, 63)), .width = left.width}; break;
    case op::div: {
      const std::int64_t divisor = sign_extended(b);
      if (divisor == 0) return false;
      result.bits = divisor == -1 ? std::uint64_t{0} - static_cast<std::uint64_t>(sign_extended(a))
                                  : static_cast<std::uint64_t>(sign_extended(a) / divisor);
      break;
    }
    case op::mod:
      if (zero_extended(b) == 0) return false;
      result.bits = zero_extended(a) % zero_extended(b);
      break;
    case op::eq: compared(zero_extended(a) == zero_extended(b)); break;
    case op::ne: compared(zero_extended(a) != zero_extended(b)); break;
    case op::ge: compared(sign_extended(a) >= sign_extended(b)); break;
    case op::gt: compared(sign_extended(a) > sign_extended(b)); break;
    case op::le: compared(sign_extended(a) <= sign_extended(b)); break;
    case op::lt: compared(sign_extended(a) < sign_extended(b)); break;
    default: return false;
  }
  push(result);
  return true;
}

bool expression_stack::convert(std::uint64_t size, bool is_signed) {
  stack_value top = pop();
  if (top.is_float || size == 0 || size > 8) return false;
  const unsigned unused = static_cast<unsigned>(64 - 8 * size);
  if (is_signed) top.bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(top.bits << unused) >> unused);
  else top.bits = top.bits << unused >> unused;
  top.width = size > 4 ? 8 : 4;
  top.is_signed = is_signed;
  push(top);
  return true;
}

}  // namespace pagewise
