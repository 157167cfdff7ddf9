// Types of Rust's `core` and `alloc`.

#include "debug/library_types.h"
#include "debug/source_names.h"
#include "debug/value_text.h"

namespace pagewise {
namespace {

/// The pointer inside of wrappers like `Unique<T>` and `NonNull<T>`.
std::optional<object> unwrapped(const object_reader& objects, std::optional<object> found) {
  constexpr int deepest = 6;
  for (int i = 0; found && i < deepest; ++i) {
    const type& as = objects.types().plain(found->type);
    if (as.kind == type_kind::pointer) return found;
    found = objects.field(*found, {"pointer", "ptr", "__0"});
  }
  return std::nullopt;
}

bool show_text(value_reader& reader, std::uint64_t address, std::uint64_t size, shown_value& into) {
  if (size > 0x7fff'ffff || !reader.objects().is_readable(address, size)) return false;
  const auto text = reader.characters(address, size, 1, false, into.is_cut);
  if (!text) return false;
  into.text = *text;
  into.points_to = address;
  into.points_to_size = static_cast<std::uint32_t>(size);
  return true;
}

}  // namespace

bool read_rust_slice(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto pointer = objects.field(of, "data_ptr"), length = objects.field(of, "length");
  if (!pointer || !length) return false;
  const auto address = objects.number(pointer), count = objects.number(length);
  if (!address || !count) return true;
  if (into.type.ends_with("str")) show_text(reader, *address, *count, into);
  else add_contiguous(reader, objects.types().plain(pointer->type).target, *address, *count, depth, into);
  return true;
}

bool read_rust_vector(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto inner = objects.field(of, "vec");
  const object& vector = inner ? *inner : of;
  const auto buffer = objects.field(vector, "buf");
  const auto length = objects.number(objects.field(vector, "len"));
  if (!buffer || !length) return false;
  const auto raw = objects.field(*buffer, "inner");
  const object& block = raw ? *raw : *buffer;
  const auto pointer = unwrapped(objects, objects.field(block, "ptr"));
  auto capacity = objects.field(block, "cap");
  if (capacity && objects.types().plain(capacity->type).kind == type_kind::structure)
    capacity = objects.field(*capacity, "__0");
  const auto address = pointer ? objects.number(*pointer) : std::nullopt;
  const auto room = objects.number(capacity);
  if (!address || !room) return false;
  // The pointer may be one to bytes: what the elements are, the vector's own parameter tells.
  entry_index element = no_entry;
  const entry_table& entries = objects.entries();
  entries.each_child(objects.types().plain(vector.type).entry, [&](entry_index child) {
    if (entries.tag(child) == tag::template_type) element = entries.reference(child, attribute::type);
    return element == no_entry;
  });
  const std::uint64_t size = objects.types().size_of(element);
  if (size > 0 && *length > *room) return true;  // not initialised
  if (inner) show_text(reader, *address, *length, into);
  else add_contiguous(reader, element, *address, *length, depth, into);
  return true;
}

bool read_rust_counted(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto pointer = unwrapped(objects, objects.field(of, "ptr"));
  const auto block = pointer ? objects.target(*pointer) : std::nullopt;
  if (!block) return false;
  const auto value = objects.field(*block, {"value", "data"});
  auto strong = objects.field(*block, "strong");
  while (strong && objects.types().plain(strong->type).kind == type_kind::structure) {
    const auto inside = objects.field(*strong, {"value", "v", "__0"});
    if (inside && inside->type == strong->type) return false;
    strong = inside;
  }
  const auto owners = objects.number(strong);
  if (!value || !owners) return false;
  into.points_to = value->at.address;
  into.points_to_size = static_cast<std::uint32_t>(objects.types().size_of(value->type));
  into.text =
      pointer_text(value->at.address) + (*owners == 1 ? " (1 owner)" : " (" + std::to_string(*owners) + " owners)");
  reader.add_part(into, "*", *value, depth);
  return true;
}

}  // namespace pagewise
