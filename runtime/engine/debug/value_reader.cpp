#include "debug/value_reader.h"

#include <algorithm>
#include <array>

#include "debug/library_types.h"
#include "debug/value_text.h"

namespace pagewise {
namespace {

constexpr std::uint64_t longest_text = 200;  ///< bytes of characters that are read
constexpr std::uint32_t raw_depth = 1;       ///< values deeper than this come without the fields of library types

/// Rust's debug information calls field 0 of a tuple `__0`.
bool is_tuple_field(std::string_view name) {
  return name.size() > 2 && name.starts_with("__") && name.find_first_not_of("0123456789", 2) == std::string_view::npos;
}

/// A class without a field: there is nothing to read, wherever it is.
bool is_empty(const type& of) {
  return of.kind == type_kind::structure && of.is_complete && of.members.empty() && of.variants.empty();
}

}  // namespace

bool value_reader::has_room(shown_value& into, std::uint32_t depth) const {
  if (left_ > 0 && depth < limits_.depth && into.parts.size() < limits_.width) return true;
  into.is_cut = true;
  return false;
}

bool value_reader::add_part(shown_value& into, std::string name, const object& part, std::uint32_t depth) {
  if (!has_room(into, depth)) return false;
  --left_;
  into.parts.push_back(read(std::move(name), part, depth + 1));
  return true;
}

void value_reader::add_elements(shown_value& into, std::uint64_t count, std::uint32_t depth,
                                const std::function<std::optional<object>(std::uint64_t)>& element) {
  for (std::uint64_t i = 0; i < count; ++i) {
    if (!has_room(into, depth)) return;
    const std::optional<object> found = element(i);
    if (!found || !add_part(into, "[" + std::to_string(i) + "]", *found, depth)) return;
  }
}

shown_value value_reader::read(std::string name, const object& of, std::uint32_t depth) {
  type_table& types = objects_.types();
  shown_value made{
      .name = std::move(name), .type = names_->of(of.type), .size = static_cast<std::uint32_t>(types.size_of(of.type))};
  if (of.at.what == storage::kind::memory) made.address = of.at.address;
  if (of.at.what == storage::kind::optimised_out) made.what = shown_value::state::optimised_out;
  else if (of.at.what == storage::kind::unavailable && !is_empty(types.plain(of.type)))
    made.what = shown_value::state::unavailable;
  else if (of.at.what == storage::kind::memory && !objects_.is_readable(of.at.address, made.size))
    made.what = shown_value::state::unavailable;
  else read_plain(made, of, depth);
  return made;
}

void value_reader::read_plain(shown_value& into, const object& of, std::uint32_t depth) {
  const type& as = objects_.types().plain(of.type);
  switch (as.kind) {
    case type_kind::base: case type_kind::enumeration: read_scalar(into, as, of.at); break;
    case type_kind::member_pointer: read_member_pointer(into, as, of.at); break;
    case type_kind::pointer:
      // Rust's references are pointers by their debug information, and its boxes own what they point to.
      if (as.name.starts_with('&')) read_reference(into, of, depth);
      else read_pointer(into, as, of);
      if (into.type.starts_with("Box<") && into.points_to_size > 0 && into.points_to.value_or(0) != 0) {
        add_part(into, "*", {.type = as.target, .at = storage::in_memory(*into.points_to)}, depth);
      }
      break;
    case type_kind::reference: read_reference(into, of, depth); break;
    case type_kind::array: read_array(into, as, 0, of.at, depth); break;
    case type_kind::structure: case type_kind::union_: read_structure(into, of, depth); break;
    default: into.what = shown_value::state::unavailable; break;
  }
}

void value_reader::read_scalar(shown_value& into, const type& as, const storage& at) {
  std::array<std::uint8_t, 32> buffer{};
  if (as.size > buffer.size()) {
    into.what = shown_value::state::unavailable;
    return;
  }
  const auto value = std::span(buffer).first(static_cast<std::size_t>(as.size));
  if (!at.read(objects_.frame(), value, into.what)) return;
  if (as.kind == type_kind::base) {
    into.text = base_text(as, value);
    return;
  }
  std::uint64_t bits = 0;
  for (std::size_t i = 8; i > 0; --i) bits = bits << 8 | buffer[i - 1];
  const std::uint64_t how = objects_.types().plain(as.target).encoding;
  const bool is_scoped = objects_.entries().has(as.entry, attribute::enum_class);
  into.text = enumerator_text(as, is_scoped ? names_->of(as.entry) + "::" : "", bits,
                              how == encoding::signed_ || how == encoding::signed_char);
}

std::uint64_t value_reader::count_in(const type_dimension& dimension) const {
  if (dimension.counted_by == no_entry || !count_of_) return dimension.count;
  return count_of_(dimension.counted_by).value_or(0);
}

void value_reader::read_array(shown_value& into, const type& as, std::size_t dimension, const storage& at,
                              std::uint32_t depth) {
  if (dimension >= as.dimensions.size()) return;
  type_table& types = objects_.types();
  std::uint64_t stride = types.size_of(as.target);
  for (std::size_t i = dimension + 1; i < as.dimensions.size(); ++i) stride *= count_in(as.dimensions[i]);
  const std::uint64_t count = count_in(as.dimensions[dimension]);
  const bool is_last = dimension + 1 == as.dimensions.size();
  const type& element = types.plain(as.target);
  if (is_last && is_character(element) && at.what == storage::kind::memory) {
    if (auto text = characters(at.address, count, static_cast<unsigned>(element.size), true, into.is_cut))
      into.text = std::move(*text);
  }
  for (std::uint64_t i = 0; i < count; ++i) {
    const storage place = at.part(i * stride, stride);
    std::string name = "[" + std::to_string(i) + "]";
    if (is_last) {
      if (!add_part(into, std::move(name), {.type = as.target, .at = place}, depth)) return;
      continue;
    }
    if (!has_room(into, depth)) return;
    --left_;
    shown_value row{.name = std::move(name),
                    .type = dimension == 0 ? names_->of(as.entry) : into.type,
                    .size = static_cast<std::uint32_t>(stride)};
    // The type of a row is the array's without its first extent.
    const std::size_t open = row.type.find('['), close = row.type.find(']');
    if (open != std::string::npos && close != std::string::npos && close > open) row.type.erase(open, close + 1 - open);
    if (place.what == storage::kind::memory) row.address = place.address;
    read_array(row, as, dimension + 1, place, depth + 1);
    into.parts.push_back(std::move(row));
  }
}

void value_reader::read_structure(shown_value& into, const object& of, std::uint32_t depth) {
  const type& as = objects_.types().plain(of.type);
  if (!as.is_complete) {
    into.what = shown_value::state::unavailable;
    return;
  }
  if (!as.variants.empty()) {
    const type_member* chosen = objects_.chosen_variant(of);
    if (!chosen) {
      into.what = of.at.is_partial() ? shown_value::state::optimised_out : shown_value::state::unavailable;
      return;
    }
    into.text = chosen->name;
    const object inside = objects_.member(of, *chosen);
    if (!objects_.types().plain(inside.type).members.empty()) add_fields(into, inside, depth, false);
    return;
  }
  if (read_library_type(*this, of, depth, into)) {
    if (into.text.empty() && into.parts.empty() && of.at.is_partial()) into.what = shown_value::state::optimised_out;
    if (depth <= raw_depth) add_fields(into, of, depth, true);
    return;
  }
  add_fields(into, of, depth, false);
}

void value_reader::add_fields(shown_value& into, const object& of, std::uint32_t depth, bool are_raw) {
  const type& as = objects_.types().plain(of.type);
  const bool was_cut = into.is_cut;
  shown_value fields;
  for (const type_member& member : as.members) {
    const object part = objects_.member(of, member);
    std::string name(member.name);
    if (is_tuple_field(name)) name.erase(0, 2);
    if (member.is_base) {
      if (objects_.types().plain(member.type).members.empty()) continue;  // nothing to see
      name = names_->of(member.type);
    }
    if (!add_part(fields, std::move(name), part, depth)) break;
    shown_value& added = fields.parts.back();
    added.is_raw = are_raw;
    if (member.bit_size == 0) continue;
    added.bit_offset = member.bit_offset;
    added.bit_size = member.bit_size;
    added.size = (member.bit_offset + member.bit_size + 7) / 8;
    if (of.at.what == storage::kind::memory) added.address = of.at.address + member.offset;
  }
  std::ranges::move(fields.parts, std::back_inserter(into.parts));
  into.is_cut = was_cut || (fields.is_cut && !are_raw);
}

std::optional<std::string> value_reader::characters(std::uint64_t address, std::uint64_t most, unsigned width,
                                                    bool stops_at_zero, bool& is_cut) const {
  if (width != 1 && width != 2 && width != 4) return std::nullopt;
  std::vector<std::uint8_t> read;
  for (std::uint64_t i = 0; i < most; ++i) {
    if (read.size() >= longest_text) {
      is_cut = true;
      break;
    }
    std::array<std::uint8_t, 4> one{};
    const auto unit = std::span(one).first(width);
    if (!objects_.frame().read(address + i * width, unit)) {
      if (stops_at_zero && !read.empty()) break;
      return std::nullopt;
    }
    if (stops_at_zero && std::ranges::all_of(unit, [](std::uint8_t byte) { return byte == 0; })) break;
    read.insert(read.end(), unit.begin(), unit.end());
  }
  return quoted(read, width) + (is_cut ? "…" : "");
}

}  // namespace pagewise
