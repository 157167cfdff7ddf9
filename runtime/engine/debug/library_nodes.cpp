// Containers of libc++ made of nodes: lists, trees and hash tables.

#include "debug/library_types.h"
#include "debug/source_names.h"

namespace pagewise {
namespace {

/// The type of a container's nodes, by name: the container itself only knows the base class of them.
entry_index node_type(value_reader& reader, const object& table, std::string_view table_head,
                      std::string_view node_head) {
  const type& as = reader.objects().types().plain(table.type);
  const template_name parts = split_template(as.name);
  if (parts.head != table_head || parts.arguments.empty()) return no_entry;
  std::string name = qualified_name(reader.objects().entries(), as.entry);
  name.resize(name.size() - as.name.size());
  name += std::string(node_head) + "<" + std::string(parts.arguments[0]) + ", void *>";
  return reader.objects().types().defined(name);
}

/// The value in a node. Older versions wrap the pairs of maps once more.
std::optional<object> value_of(const object_reader& objects, const object& node) {
  const auto value = objects.field(node, "__value_");
  if (!value) return std::nullopt;
  const auto wrapped = objects.field(*value, {"__cc_", "__cc"});
  return wrapped ? wrapped : value;
}

/// Adds the value of a node: that of a map is named by its key.
bool add_node(value_reader& reader, const object& value, bool is_map, std::uint64_t index, std::uint32_t depth,
              shown_value& into) {
  std::string name = "[" + std::to_string(index) + "]";
  if (!is_map) return reader.add_part(into, std::move(name), value, depth);
  const auto key = reader.objects().field(value, "first"), mapped = reader.objects().field(value, "second");
  if (!key || !mapped) return false;
  const std::string shown_key = reader.text_of(*key);
  if (shown_key.empty()) return reader.add_part(into, std::move(name), value, depth);
  return reader.add_part(into, "[" + shown_key + "]", *mapped, depth);
}

bool is_map(value_reader& reader, const object& of) {
  const std::string& name = reader.names().of(reader.objects().types().plain(of.type).entry);
  return split_template(name).head.ends_with("map");
}

/// The node after another in the order of the tree (`__tree_next` of libc++), as an address; 0 at the end.
std::uint64_t next_in_tree(const object_reader& objects, const object& node, std::uint64_t end) {
  constexpr int highest = 128;  // twice the logarithm of any count
  const auto pointer = [&](const object& of, std::string_view name) {
    return objects.number(objects.field(of, name)).value_or(0);
  };
  const auto at = [&](std::uint64_t address) { return object{.type = node.type, .at = storage::in_memory(address)}; };
  std::uint64_t here = pointer(node, "__right_");
  if (here != 0) {
    for (int i = 0; i < highest; ++i) {
      const std::uint64_t left = pointer(at(here), "__left_");
      if (left == 0) return here;
      here = left;
    }
    return 0;
  }
  here = node.at.address;
  for (int i = 0; i < highest; ++i) {
    const std::uint64_t parent = pointer(at(here), "__parent_");
    if (parent == 0 || parent == end) return 0;
    if (pointer(at(parent), "__left_") == here) return parent;
    here = parent;
  }
  return 0;
}

/// Walks nodes that each know the next, from an address on.
template <typename Next>
void add_nodes(value_reader& reader, entry_index type, std::uint64_t first, std::uint64_t count, bool maps,
               std::uint32_t depth, shown_value& into, Next next) {
  std::uint64_t at = first;
  for (std::uint64_t i = 0; i < count && at != 0; ++i) {
    const object node{.type = type, .at = storage::in_memory(at)};
    const auto value = value_of(reader.objects(), node);
    if (!value || !add_node(reader, *value, maps, i, depth, into)) return;
    at = next(node);
  }
}

}  // namespace

bool read_tree(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto tree = objects.field(of, "__tree_");
  if (!tree) return false;
  const entry_index type = node_type(reader, *tree, "__tree", "__tree_node");
  const auto first = objects.number(objects.field(*tree, "__begin_node_"));
  auto end = objects.field(*tree, {"__end_node_", "__pair1_"});
  auto size = objects.field(*tree, {"__size_", "__pair3_"});
  if (end && !objects.field(*end, "__left_")) end = objects.field(*end, "__value_");
  if (size && objects.types().plain(size->type).kind == type_kind::structure) size = objects.field(*size, "__value_");
  const auto count = objects.number(size);
  if (type == no_entry || !first || !end || !count) return false;
  if (*count > 0x7fff'ffff || (*count > 0) != (*first != end->at.address)) return true;  // not initialised
  if (*count > 0 && !objects.is_readable(*first, objects.types().size_of(type))) return true;
  into.text = count_text(*count);
  add_nodes(reader, type, *first, *count, is_map(reader, of), depth, into,
            [&](const object& node) { return next_in_tree(objects, node, end->at.address); });
  return true;
}

bool read_hash_table(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const auto table = objects.field(of, "__table_");
  if (!table) return false;
  const entry_index type = node_type(reader, *table, "__hash_table", "__hash_node");
  const auto before_first = objects.field(*table, {"__first_node_", "__p1_"});
  auto size = objects.field(*table, {"__size_", "__p2_"});
  if (size && objects.types().plain(size->type).kind == type_kind::structure) size = objects.field(*size, "__value_");
  const auto count = objects.number(size);
  if (type == no_entry || !before_first || !count) return false;
  const auto first = objects.number(objects.field(*before_first, "__next_"));
  if (!first || *count > 0x7fff'ffff || (*count > 0) != (*first != 0)) return true;
  if (*count > 0 && !objects.is_readable(*first, objects.types().size_of(type))) return true;
  into.text = count_text(*count);
  add_nodes(reader, type, *first, *count, is_map(reader, of), depth, into,
            [&](const object& node) { return objects.number(objects.field(node, "__next_")).value_or(0); });
  return true;
}

bool read_list(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const object_reader& objects = reader.objects();
  const entry_index type = node_type(reader, of, "list", "__list_node");
  const auto end = objects.field(of, "__end_");
  auto size = objects.field(of, {"__size_", "__size_alloc_"});
  if (size && objects.types().plain(size->type).kind == type_kind::structure) size = objects.field(*size, "__value_");
  const auto count = objects.number(size);
  if (type == no_entry || !end || !count) return false;
  const auto first = objects.number(objects.field(*end, "__next_"));
  if (!first || *count > 0x7fff'ffff || (*count > 0) != (*first != end->at.address)) return true;
  if (*count > 0 && !objects.is_readable(*first, objects.types().size_of(type))) return true;
  into.text = count_text(*count);
  add_nodes(reader, type, *first, *count, false, depth, into,
            [&](const object& node) { return objects.number(objects.field(node, "__next_")).value_or(0); });
  return true;
}

}  // namespace pagewise
