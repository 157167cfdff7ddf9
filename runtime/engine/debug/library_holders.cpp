// Types of libc++ that hold or share one object, or a few of different types.

#include "debug/library_types.h"
#include "debug/source_names.h"
#include "debug/value_text.h"

namespace pagewise {
namespace {

/// Shows a pointer, and what it points to as its part `*`.
void show_pointer(value_reader& reader, const object& pointer, bool to_array, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto address = objects.number(pointer);
  if (!address) return;
  into.text = pointer_text(*address);
  into.points_to = *address;
  const entry_index target = objects.types().plain(pointer.type).target;
  into.points_to_size = static_cast<std::uint32_t>(objects.types().size_of(target));
  if (*address == 0 || target == no_entry) return;
  reader.add_part(into, to_array ? "[0]" : "*", {.type = target, .at = storage::in_memory(*address)}, depth);
  if (to_array) into.is_cut = true;  // nobody knows how many there are
}

/// How many shared pointers own an object, by its control block. Programs mostly have no debug information on that; it
/// has the table of virtual functions, then one less than the owners, as wide as a pointer, in every version.
std::optional<std::int64_t> owners_of(const object_reader& objects, const object& control) {
  const auto block = objects.number(control);
  const std::uint64_t width = objects.types().size_of(control.type);
  if (!block || *block == 0) return std::nullopt;
  const auto counts = objects.target(control);
  auto owners = counts ? objects.field(*counts, "__shared_owners_") : std::nullopt;
  // Read as a pointer: an integer of that width.
  if (!owners) owners = object{.type = control.type, .at = storage::in_memory(*block + width)};
  const auto extra = objects.number(*owners);
  if (!extra) return std::nullopt;
  return width == 4 ? static_cast<std::int32_t>(*extra) + std::int64_t{1} : static_cast<std::int64_t>(*extra + 1);
}

/// Shows what a wrapper holds as if it were that itself.
void show_inside(value_reader& reader, const object& inside, std::string_view name, std::uint32_t depth,
                 shown_value& into) {
  if (!reader.add_part(into, std::string(name), inside, depth)) return;
  into.text = into.parts.back().text;
  into.what = into.parts.back().what;
}

}  // namespace

bool read_unique_pointer(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  auto pointer = objects.field(of, "__ptr_");
  if (pointer && objects.types().plain(pointer->type).kind == type_kind::structure)
    pointer = objects.field(*pointer, "__value_");
  if (!pointer) return false;
  const std::string& name = reader.names().of(objects.types().plain(of.type).entry);
  const template_name parts = split_template(name);
  show_pointer(reader, *pointer, !parts.arguments.empty() && parts.arguments[0].ends_with("[]"), depth, into);
  return true;
}

bool read_shared_pointer(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto pointer = objects.field(of, "__ptr_"), control = objects.field(of, "__cntrl_");
  if (!pointer || !control) return false;
  const std::optional<std::int64_t> owners = owners_of(objects, *control);
  const bool is_weak = reader.names().of(objects.types().plain(of.type).entry).starts_with("std::weak_ptr");
  if (is_weak && (!owners || *owners == 0)) {
    // What it observed is gone: its bytes are no object any more.
    if (const auto address = objects.number(pointer)) {
      into.text = pointer_text(*address) + (owners ? " (expired)" : "");
      into.points_to = *address;
    }
    return true;
  }
  show_pointer(reader, *pointer, false, depth, into);
  if (owners) into.text += *owners == 1 ? " (1 owner)" : " (" + std::to_string(*owners) + " owners)";
  return true;
}

bool read_optional(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto engaged = objects.field(of, "__engaged_");
  const auto value = objects.field(of, "__val_");
  if (!engaged || !value) return false;
  const auto has_value = objects.number(engaged);
  if (!has_value || *has_value > 1) return true;
  if (*has_value == 0) into.text = "nullopt";
  else show_inside(reader, *value, "*", depth, into);
  return true;
}

bool read_variant(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  constexpr std::uint64_t most = 64;
  const object_reader& objects = reader.objects();
  const auto inside = objects.field(of, {"__impl_", "__impl"});
  const auto index = inside ? objects.number(objects.field(*inside, "__index")) : std::nullopt;
  auto data = inside ? objects.field(*inside, "__data") : std::nullopt;
  if (!index || !data) return false;
  if (*index == 0xffff'ffff) into.text = "valueless";
  for (std::uint64_t i = 0; data && i < *index && i < most; ++i) data = objects.field(*data, "__tail");
  const auto chosen = data && *index < most ? objects.field(*data, "__head") : std::nullopt;
  const auto value = chosen ? objects.field(*chosen, "__value") : std::nullopt;
  if (value) show_inside(reader, *value, reader.names().of(value->type), depth, into);
  return true;
}

bool read_tuple(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto base = objects.field(of, {"__base_", "base_"});
  if (!base) return false;
  std::uint64_t index = 0;
  for (const type_member& leaf : objects.types().plain(base->type).members) {
    const object place = objects.member(*base, leaf);
    const auto value = objects.field(place, "__value_");
    // A leaf of an empty class is that class.
    if (!reader.add_part(into, "[" + std::to_string(index++) + "]", value ? *value : place, depth)) break;
  }
  return true;
}

bool read_pair(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const auto first = reader.objects().field(of, "first"), second = reader.objects().field(of, "second");
  if (!first || !second) return false;
  reader.add_part(into, "first", *first, depth);
  reader.add_part(into, "second", *second, depth);
  return true;
}

bool read_wrapper(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto inside = objects.field(of, {"c", "__a_value", "__a_"});
  if (!inside) return false;
  const auto value = objects.field(*inside, "__a_value");
  const object held = value ? *value : *inside;
  shown_value shown = reader.read({}, held, depth);
  into.text = std::move(shown.text);
  into.what = shown.what;
  into.is_cut = shown.is_cut;
  into.points_to = shown.points_to;
  into.points_to_size = shown.points_to_size;
  for (shown_value& part : shown.parts) if (!part.is_raw) into.parts.push_back(std::move(part));
  return true;
}

}  // namespace pagewise
