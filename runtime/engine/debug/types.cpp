#include "debug/types.h"

#include <algorithm>

namespace pagewise {
namespace {

constexpr int longest_chain = 32;  ///< of typedefs, dimensions, scopes; damaged information may be cyclic

bool is_named_type(std::uint32_t tag) {
  const type_kind kind = type_kind_of(tag);
  return kind == type_kind::structure || kind == type_kind::union_ || kind == type_kind::enumeration;
}

type_dimension dimension_of(const entry_table& entries, entry_index range) {
  using kind = attribute_value::kind;
  const attribute_value count = entries.read(range, attribute::count);
  if (count.what == kind::number) return {.count = count.number, .counted_by = no_entry};
  if (count.what == kind::reference) return {.count = 0, .counted_by = entries.find(count.number)};
  const attribute_value upper = entries.read(range, attribute::upper_bound);
  if (upper.what != kind::number) return {.count = 0, .counted_by = no_entry};
  return {.count = upper.number + 1 - entries.number(range, attribute::lower_bound), .counted_by = no_entry};
}

}  // namespace

type_kind type_kind_of(std::uint32_t tag) {
  switch (tag) {
    case tag::base_type: case tag::unspecified_type: return type_kind::base;
    case tag::pointer_type: return type_kind::pointer;
    case tag::reference_type: case tag::rvalue_reference: return type_kind::reference;
    case tag::pointer_to_member: return type_kind::member_pointer;
    case tag::array_type: return type_kind::array;
    case tag::structure_type: case tag::class_type: return type_kind::structure;
    case tag::union_type: return type_kind::union_;
    case tag::enumeration_type: return type_kind::enumeration;
    case tag::subroutine_type: return type_kind::function;
    case tag::typedef_: return type_kind::alias;
    case tag::const_type: case tag::volatile_type: case tag::restrict_type: case tag::atomic_type: return type_kind::qualified;
    default: return type_kind::nothing;
  }
}

std::string qualified_name(const entry_table& entries, entry_index of) {
  std::string name(entries.text(of, attribute::name));
  entry_index scope = entries.parent(of);
  for (int i = 0; i < longest_chain && scope != no_entry && entries.parent(scope) != no_entry;
       ++i, scope = entries.parent(scope)) {
    name = std::string(entries.text(scope, attribute::name)) + "::" + name;
  }
  return name;
}

const type& type_table::at(entry_index entry) {
  static const type nothing{};
  if (entry == no_entry) return nothing;
  auto& slot = known_[entry];
  if (slot) return *slot;
  slot = std::make_unique<type>();
  type& made = *slot;  // stays where it is while the table grows
  entry_index defined = entry;
  if (entries_->has(entry, attribute::declaration)) defined = definition_of(entry);
  made.kind = type_kind_of(entries_->tag(defined));
  made.entry = defined;
  made.name = entries_->text(defined, attribute::name);
  made.target = entries_->reference(defined, attribute::type);
  made.size = entries_->number(defined, attribute::byte_size);
  made.encoding = entries_->number(defined, attribute::encoding);
  made.is_complete = !entries_->has(defined, attribute::declaration);
  const std::uint64_t address_size = entries_->unit_of(defined).address_size;
  if (made.size == 0 && (made.kind == type_kind::pointer || made.kind == type_kind::reference))
    made.size = address_size;
  if (made.kind == type_kind::member_pointer) {
    // To a function: its place in the table, and what to add to `this`.
    const bool to_function = made.target != no_entry && entries_->tag(made.target) == tag::subroutine_type;
    made.size = to_function ? 2 * address_size : address_size;
  }
  read_members(made, defined);
  return made;
}

void type_table::read_members(type& into, entry_index of) {
  entries_->each_child(of, [&](entry_index child) {
    switch (entries_->tag(child)) {
      case tag::member:
        // A static one has no place in the object.
        if (!entries_->has(child, attribute::external) && !entries_->has(child, attribute::declaration))
          into.members.push_back(member_of(child));
        break;
      case tag::inheritance: into.members.push_back(member_of(child)); break;
      case tag::enumerator:
        into.enumerators.push_back(
            {.name = entries_->text(child, attribute::name), .value = entries_->number(child, attribute::const_value)});
        break;
      case tag::subrange_type: into.dimensions.push_back(dimension_of(*entries_, child)); break;
      case tag::variant_part: read_variants(into, child); break;
      default: break;
    }
    return true;
  });
}

void type_table::read_variants(type& into, entry_index part) {
  if (const entry_index discriminant = entries_->reference(part, attribute::discriminant); discriminant != no_entry) {
    into.discriminant = member_of(discriminant);
  } else {
    into.discriminant.type = no_entry;
  }
  entries_->each_child(part, [&](entry_index child) {
    if (entries_->tag(child) != tag::variant) return true;
    const attribute_value chosen_by = entries_->read(child, attribute::discriminant_value);
    entries_->each_child(child, [&](entry_index member) {
      if (entries_->tag(member) != tag::member) return true;
      into.variants.push_back(
          {.is_default = !chosen_by, .discriminant = chosen_by.number, .member = member_of(member)});
      return false;
    });
    return true;
  });
}

type_member type_table::member_of(entry_index at) const {
  type_member made{.name = entries_->text(at, attribute::name),
                   .type = entries_->reference(at, attribute::type),
                   .offset = 0,
                   .bit_offset = 0,
                   .bit_size = static_cast<std::uint32_t>(entries_->number(at, attribute::bit_size)),
                   .is_base = entries_->tag(at) == tag::inheritance,
                   .offset_expression = {}};
  const attribute_value location = entries_->read(at, attribute::data_member_location);
  if (location.what == attribute_value::kind::block) made.offset_expression = location.block;
  else made.offset = location.number;
  if (made.bit_size == 0) return made;
  std::uint64_t bits = 0;  // from the start of the object
  if (const attribute_value from_start = entries_->read(at, attribute::data_bit_offset)) {
    bits = from_start.number;
  } else {
    // DWARF 2 and 3 count from the highest bit of a unit of storage.
    const std::uint64_t storage = entries_->number(at, attribute::byte_size);
    bits = 8 * (made.offset + storage) - entries_->number(at, attribute::bit_offset) - made.bit_size;
  }
  made.offset = bits / 8;
  made.bit_offset = static_cast<std::uint32_t>(bits % 8);
  return made;
}

const type& type_table::plain(entry_index entry) {
  for (int i = 0; i < longest_chain; ++i) {
    const type& found = at(entry);
    if (found.kind != type_kind::alias && found.kind != type_kind::qualified) return found;
    entry = found.target;
  }
  return at(no_entry);
}

std::uint64_t type_table::size_of(entry_index entry) {
  std::uint64_t elements = 1;
  for (int i = 0; i < longest_chain; ++i) {
    const type& found = plain(entry);
    if (found.kind != type_kind::array || found.size != 0) return found.size * elements;
    for (const type_dimension& dimension : found.dimensions) elements *= dimension.count;
    entry = found.target;
  }
  return 0;
}

entry_index type_table::definition_of(entry_index declared) {
  if (!is_named_type(entries_->tag(declared))) return declared;
  const entry_index found = defined(qualified_name(*entries_, declared));
  return found != no_entry ? found : declared;
}

entry_index type_table::defined(const std::string& name) {
  if (!has_definitions_) {
    has_definitions_ = true;
    for (entry_index i = 0; i < entries_->size(); ++i) {
      if (is_named_type(entries_->tag(i)) && !entries_->has(i, attribute::declaration) &&
          entries_->has(i, attribute::name)) {
        definitions_.emplace(qualified_name(*entries_, i), i);
      }
    }
  }
  const auto found = definitions_.find(name);
  return found != definitions_.end() ? found->second : no_entry;
}

}  // namespace pagewise
