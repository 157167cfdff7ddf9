// Strings and sequences of libc++.

#include <algorithm>

#include "debug/library_types.h"
#include "debug/source_names.h"
#include "debug/value_text.h"

namespace pagewise {
namespace {

/// Shows `count` characters from an address on. False when they cannot be there.
bool show_characters(value_reader& reader, entry_index character, std::uint64_t address, std::uint64_t count,
                     std::uint32_t depth, shown_value& into) {
  const std::uint64_t width = reader.objects().types().size_of(character);
  if (width == 0 || width > 4 || count > 0x7fff'ffff || !reader.objects().is_readable(address, count * width))
    return false;
  const auto text = reader.characters(address, count, static_cast<unsigned>(width), false, into.is_cut);
  if (!text) return false;
  into.text = *text;
  into.points_to = address;
  into.points_to_size = static_cast<std::uint32_t>(count * width);
  if (depth > 0) return true;  // the text says enough
  const bool was_cut = into.is_cut;
  reader.add_elements(into, count, depth, [&](std::uint64_t i) {
    return object{.type = character, .at = storage::in_memory(address + i * width)};
  });
  into.is_cut = into.is_cut || was_cut;
  return true;
}

/// The same where an optimised program keeps the characters outside of memory.
void show_held_characters(const object_reader& objects, const object& characters, entry_index character,
                          std::uint64_t count, shown_value& into) {
  const std::uint64_t width = objects.types().size_of(character);
  std::vector<std::uint8_t> read(static_cast<std::size_t>(count * width));
  if (width > 0 && characters.at.read(objects.frame(), read, into.what))
    into.text = quoted(read, static_cast<unsigned>(width));
}

/// The field itself, or what a pair of it and an empty class holds: older versions store both so.
std::optional<object> unpaired(const object_reader& objects, const std::optional<object>& found) {
  if (!found || objects.types().plain(found->type).kind != type_kind::structure) return found;
  const auto inside = objects.field(*found, "__value_");
  return inside ? inside : found;
}

/// Whether a string's characters lie in a block of their own. Newer versions have a bit for it; older ones mask it out
/// of the short size, at the end of the string or at its start.
std::optional<bool> is_long(const object_reader& objects, const object& short_form, const object& long_form,
                            std::uint64_t& short_size) {
  const auto size = objects.number(objects.field(short_form, "__size_"));
  if (!size) return std::nullopt;
  if (const auto flag = objects.number(objects.field(short_form, "__is_long_"))) {
    short_size = *size;
    return *flag != 0;
  }
  const auto data = objects.field(long_form, "__data_");
  if (!data || data->at.what != storage::kind::memory) return std::nullopt;
  const bool data_first = data->at.address == long_form.at.address;
  short_size = data_first ? *size & 0x7f : *size >> 1;
  return (*size & (data_first ? 0x80u : 1u)) != 0;
}

}  // namespace

bool read_string(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto whole = unpaired(objects, objects.field(of, {"__rep_", "__r_"}));
  if (!whole) return false;
  const auto short_form = objects.field(*whole, "__s"), long_form = objects.field(*whole, "__l");
  if (!short_form || !long_form) return false;
  const auto characters = objects.field(*short_form, "__data_");
  const auto pointer = objects.field(*long_form, "__data_");
  std::uint64_t size = 0;
  const auto has_block = is_long(objects, *short_form, *long_form, size);
  if (!characters || !pointer || !has_block) return false;
  const entry_index character = objects.types().plain(pointer->type).target;
  if (!*has_block) {
    if (size > objects.types().size_of(characters->type)) return true;
    if (characters->at.what == storage::kind::memory)
      show_characters(reader, character, characters->at.address, size, depth, into);
    else show_held_characters(objects, *characters, character, size, into);
    return true;
  }
  const auto address = objects.number(pointer), long_size = objects.number(objects.field(*long_form, "__size_"));
  const auto capacity = objects.number(objects.field(*long_form, "__cap_"));
  if (address && *address != 0 && long_size && capacity && *long_size <= (*capacity & 0x7fff'ffff) * 2)
    show_characters(reader, character, *address, *long_size, depth, into);
  return true;
}

bool read_string_view(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto pointer = objects.field(of, {"__data_", "__data"}), size = objects.field(of, {"__size_", "__size"});
  if (!pointer || !size) return false;
  const auto address = objects.number(pointer), count = objects.number(size);
  if (address && count)
    show_characters(reader, objects.types().plain(pointer->type).target, *address, *count, depth, into);
  return true;
}

namespace {

bool read_bits(value_reader& reader, const object& words, std::uint64_t count, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto address = objects.number(words);
  if (!address || count > 0xffff'ffff || !objects.is_readable(*address, (count + 7) / 8)) return true;
  into.text = count_text(count);
  into.points_to = *address;
  into.points_to_size = static_cast<std::uint32_t>((count + 7) / 8);
  const entry_index truth = reader.names().find("bool");
  reader.add_elements(into, truth == no_entry ? 0 : count, depth, [&](std::uint64_t i) -> std::optional<object> {
    std::uint8_t byte[1];
    if (!objects.frame().read(*address + i / 8, byte)) return std::nullopt;
    return object{.type = truth, .at = storage::of(byte[0] >> (i % 8) & 1, 1)};
  });
  for (std::size_t i = 0; i < into.parts.size(); ++i) {
    into.parts[i].address = *address + i / 8;
    into.parts[i].bit_offset = static_cast<std::uint32_t>(i % 8);
    into.parts[i].bit_size = 1;
  }
  return true;
}

}  // namespace

bool read_vector(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto first = objects.field(of, "__begin_");
  if (!first) return false;
  const auto last = objects.field(of, "__end_");
  if (!last) {
    const auto bits = objects.number(objects.field(of, "__size_"));
    return bits && read_bits(reader, *first, *bits, depth, into);
  }
  const auto begin = objects.number(first), end = objects.number(last);
  const auto capacity = objects.number(unpaired(objects, objects.field(of, {"__cap_", "__end_cap_"})));
  const entry_index element = objects.types().plain(first->type).target;
  const std::uint64_t size = objects.types().size_of(element);
  if (!begin || !end || size == 0 || *end < *begin || (*end - *begin) % size != 0 || (capacity && *capacity < *end))
    return true;
  add_contiguous(reader, element, *begin, (*end - *begin) / size, depth, into);
  return true;
}

bool read_span(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto first = objects.field(of, {"__data_", "__data", "__begin_"});
  if (!first) return false;
  const auto begin = objects.number(first);
  auto count = objects.number(objects.field(of, {"__size_", "__size"}));
  if (!count) {
    // Its extent is an argument of its template.
    const std::string& name = reader.names().of(objects.types().plain(of.type).entry);
    const template_name parts = split_template(name);
    if (parts.arguments.size() < 2 || parts.arguments[1].size() > 9) return false;
    count = 0;
    for (const char digit : parts.arguments[1]) {
      if (digit < '0' || digit > '9') return false;
      count = *count * 10 + static_cast<std::uint64_t>(digit - '0');
    }
  }
  if (begin) add_contiguous(reader, objects.types().plain(first->type).target, *begin, *count, depth, into);
  return true;
}

bool read_array_class(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto elements = objects.field(of, {"__elems_", "_M_elems"});
  if (!elements) return false;
  const type& as = objects.types().plain(elements->type);
  if (as.kind != type_kind::array || as.dimensions.size() != 1) return false;
  const std::uint64_t stride = objects.types().size_of(as.target);
  into.text = count_text(as.dimensions[0].count);
  reader.add_elements(into, as.dimensions[0].count, depth, [&](std::uint64_t i) {
    return object{.type = as.target, .at = elements->at.part(i * stride, stride)};
  });
  return true;
}

bool read_deque(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto map = objects.field(of, "__map_");
  const auto start = objects.number(objects.field(of, "__start_"));
  const auto count = objects.number(unpaired(objects, objects.field(of, "__size_")));
  if (!map || !start || !count) return false;
  const auto first_block = objects.field(*map, "__begin_");
  const auto begin = objects.number(first_block), end = objects.number(objects.field(*map, "__end_"));
  if (!first_block || !begin || !end) return false;
  const entry_index block = objects.types().plain(first_block->type).target;
  const entry_index element = objects.types().plain(block).target;
  const std::uint64_t size = objects.types().size_of(element), pointer_size = objects.types().size_of(block);
  if (size == 0 || pointer_size == 0) return false;
  const std::uint64_t per_block = size < 256 ? 4096 / size : 16;
  if (*end < *begin || *start > 0xffff'ffff || *count > 0xffff'ffff ||
      *start + *count > (*end - *begin) / pointer_size * per_block)
    return true;
  into.text = count_text(*count);
  reader.add_elements(into, *count, depth, [&](std::uint64_t i) -> std::optional<object> {
    const std::uint64_t index = *start + i;
    const auto from =
        objects.number(object{.type = block, .at = storage::in_memory(*begin + index / per_block * pointer_size)});
    if (!from) return std::nullopt;
    return object{.type = element, .at = storage::in_memory(*from + index % per_block * size)};
  });
  return true;
}

}  // namespace pagewise
