#include "debug/objects.h"

#include <algorithm>

#include "debug/expression.h"

namespace pagewise {
namespace {

constexpr int deepest = 12;       ///< base classes of base classes
constexpr int most_members = 400;  ///< looked at to find one

}  // namespace

object object_reader::member(const object& of, const type_member& member) const {
  if (!member.offset_expression.empty()) {
    // A virtual base class, found through the object's own table.
    if (of.at.what != storage::kind::memory) return {.type = member.type, .at = {}};
    const entry_index defined = types_->plain(of.type).entry;
    const expression_context context{
        .entries = *entries_, .in = entries_->unit_of(defined), .frame = *frame_, .object = of.at.address};
    storage found = evaluate(member.offset_expression, context, 0);
    if (found.what == storage::kind::held) found = {};
    return {.type = member.type, .at = found};
  }
  if (member.bit_size == 0) return {.type = member.type, .at = of.at.part(member.offset, types_->size_of(member.type))};
  std::uint8_t read[16] = {};
  const std::uint64_t used = (member.bit_offset + member.bit_size + 7) / 8;
  shown_value::state why{};
  if (member.bit_size > 64 ||
      !of.at.part(member.offset, used).read(*frame_, std::span(read).first(static_cast<std::size_t>(used)), why)) {
    return {.type = member.type, .at = why == shown_value::state::optimised_out ? storage::removed() : storage{}};
  }
  unsigned __int128 bits = 0;
  for (std::size_t i = 0; i < 16; ++i) bits |= static_cast<unsigned __int128>(read[i]) << (8 * i);
  auto value = static_cast<std::uint64_t>(bits >> member.bit_offset);
  const unsigned unused = 64 - member.bit_size;
  const std::uint64_t how = types_->plain(member.type).encoding;
  const bool is_signed = how == encoding::signed_ || how == encoding::signed_char;
  value = is_signed ? static_cast<std::uint64_t>(static_cast<std::int64_t>(value << unused) >> unused)
                    : value << unused >> unused;
  return {
      .type = member.type,
      .at = storage::of(value, static_cast<std::size_t>(std::min<std::uint64_t>(types_->size_of(member.type), 16)))};
}

std::optional<object> object_reader::find(const object& of, std::string_view name, int depth, int& budget) const {
  const type& outer = types_->plain(of.type);
  for (const type_member& one : outer.members) {
    if (--budget < 0) return std::nullopt;
    if (!one.is_base && one.name == name) return member(of, one);
  }
  if (depth == deepest) return std::nullopt;
  for (const type_member& one : outer.members) {
    if (--budget < 0) return std::nullopt;
    if (!one.is_base && !one.name.empty()) continue;
    if (auto found = find(member(of, one), name, depth + 1, budget)) return found;
  }
  return std::nullopt;
}

std::optional<object> object_reader::field(const object& of, std::string_view name) const {
  int budget = most_members;
  return find(of, name, 0, budget);
}

std::optional<object> object_reader::field(const object& of, std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    if (auto found = field(of, name)) return found;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> object_reader::number(const object& of) const {
  const std::uint64_t size = types_->size_of(of.type);
  std::uint8_t read[8] = {};
  shown_value::state why{};
  if (size == 0 || size > 8 || !of.at.read(*frame_, std::span(read).first(static_cast<std::size_t>(size)), why))
    return std::nullopt;
  std::uint64_t value = 0;
  for (std::size_t i = 8; i > 0; --i) value = value << 8 | read[i - 1];
  return value;
}

std::optional<object> object_reader::target(const object& pointer) const {
  const type& of = types_->plain(pointer.type);
  if (of.kind != type_kind::pointer && of.kind != type_kind::reference) return std::nullopt;
  const auto address = number(pointer);
  if (!address || *address == 0) return std::nullopt;
  return object{.type = of.target, .at = storage::in_memory(*address)};
}

const type_member* object_reader::chosen_variant(const object& of) const {
  const type& shape = types_->plain(of.type);
  if (shape.variants.empty()) return nullptr;
  std::optional<std::uint64_t> chosen;
  std::uint64_t mask = ~std::uint64_t{0};
  if (shape.discriminant.type != no_entry) {
    chosen = number(member(of, shape.discriminant));
    if (!chosen) return nullptr;
    if (const std::uint64_t size = types_->size_of(shape.discriminant.type); size < 8)
      mask = (std::uint64_t{1} << (8 * size)) - 1;
  }
  const type_variant* other = nullptr;
  for (const type_variant& variant : shape.variants) {
    if (variant.is_default) other = &variant;
    else if (chosen && (variant.discriminant & mask) == (*chosen & mask)) return &variant.member;
  }
  return other ? &other->member : nullptr;
}

bool object_reader::is_readable(std::uint64_t address, std::uint64_t size) const {
  std::uint8_t byte[1];
  if (size == 0) return true;
  return address + size > address && frame_->read(address, byte) && frame_->read(address + size - 1, byte);
}

}  // namespace pagewise
