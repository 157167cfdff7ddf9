// Values that lead elsewhere: pointers, references, pointers to members.

#include <array>

#include "debug/value_reader.h"
#include "debug/value_text.h"

namespace pagewise {
namespace {

constexpr std::uint32_t deepest_reference = 64;
constexpr int deepest_base = 12;  ///< base classes of base classes

std::uint64_t number_of(std::span<const std::uint8_t> value) {
  std::uint64_t number = 0;
  for (std::size_t i = value.size(); i > 0; --i) number = number << 8 | value[i - 1];
  return number;
}

/// The member of a class, or of its base classes, that is at an offset: `base::name`. Empty when there is none.
std::string member_at(type_table& types, type_names& names, entry_index of, std::uint64_t offset, int depth) {
  const type& within = types.plain(of);
  for (const type_member& one : within.members) {
    if (!one.is_base && one.bit_size == 0 && one.offset == offset && !one.name.empty())
      return names.of(within.entry) + "::" + std::string(one.name);
    if (!one.is_base || depth == deepest_base || offset < one.offset || !one.offset_expression.empty()) continue;
    if (std::string found = member_at(types, names, one.type, offset - one.offset, depth + 1); !found.empty())
      return found;
  }
  return {};
}

}  // namespace

void value_reader::read_pointer(shown_value& into, const type& as, const object& of) {
  std::array<std::uint8_t, 8> buffer{};
  if (as.size > buffer.size() ||
      !of.at.read(objects_.frame(), std::span(buffer).first(static_cast<std::size_t>(as.size)), into.what))
    return;
  std::uint64_t address = 0;
  for (std::size_t i = 8; i > 0; --i) address = address << 8 | buffer[i - 1];
  into.text = pointer_text(address);
  const type& target = objects_.types().plain(as.target);
  if (target.kind == type_kind::function) {  // an index into the table of functions
    if (const std::string name = function_name(address); !name.empty()) into.text += " " + name;
    return;
  }
  into.points_to = address;
  into.points_to_size = static_cast<std::uint32_t>(objects_.types().size_of(as.target));
  if (address == 0 || !is_character(target) || target.size > 4) return;
  if (const auto text = characters(address, ~std::uint64_t{0}, static_cast<unsigned>(target.size), true, into.is_cut))
    into.text += " " + *text;
}

void value_reader::read_reference(shown_value& into, const object& of, std::uint32_t depth) {
  shown_value pointer;
  const type& as = objects_.types().plain(of.type);
  read_pointer(pointer, as, of);
  into.what = pointer.what;
  if (pointer.what != shown_value::state::known) return;
  into.points_to = pointer.points_to;
  into.points_to_size = pointer.points_to_size;
  const auto referred = objects_.target(of);
  if (!referred || depth > deepest_reference) {
    into.text = pointer.text;
    return;
  }
  shown_value value = read({}, *referred, depth + 1);
  into.what = value.what;
  into.text = std::move(value.text);
  into.is_cut = value.is_cut;
  into.parts = std::move(value.parts);
}

/// As the C++ ABI of WebAssembly has them. To data: the member's offset, or -1. To a function: its index in the table of
/// functions, or where its own is in the class's virtual table; then what is added to `this`, doubled, plus 1 if virtual.
void value_reader::read_member_pointer(shown_value& into, const type& as, const storage& at) {
  std::array<std::uint8_t, 16> buffer{};
  if (as.size > buffer.size() ||
      !at.read(objects_.frame(), std::span(buffer).first(static_cast<std::size_t>(as.size)), into.what))
    return;
  type_table& types = objects_.types();
  const bool to_function = types.plain(as.target).kind == type_kind::function;
  const std::size_t width = static_cast<std::size_t>(to_function ? as.size / 2 : as.size);
  const std::uint64_t first = number_of(std::span(buffer).first(width));
  const std::uint64_t second = to_function ? number_of(std::span(buffer).subspan(width, width)) : 0;
  if (!to_function) {
    const std::uint64_t none = width >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * width)) - 1;
    const entry_index holder = objects_.entries().reference(as.entry, attribute::containing_type);
    const std::string name = member_at(types, *names_, holder, first, 0);
    into.text = first == none ? "null" : std::to_string(first) + (name.empty() ? "" : " " + name);
    return;
  }
  const bool is_virtual = (second & 1) != 0;
  if (is_virtual) into.text = "virtual, slot " + std::to_string(first / width);
  else if (first == 0) into.text = "null";
  else into.text = pointer_text(first);
  if (!is_virtual && first != 0)
    if (const std::string name = function_name(first); !name.empty()) into.text += " " + name;
  if (second >> 1 != 0) into.text += ", this + " + std::to_string(second >> 1);
}

}  // namespace pagewise
