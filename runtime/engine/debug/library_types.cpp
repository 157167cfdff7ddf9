#include "debug/library_types.h"

#include <algorithm>
#include <array>

#include "debug/source_names.h"

namespace pagewise {
namespace {

struct known_type {
  std::string_view head;
  library_reader read;
};

constexpr std::array known_types = {
    known_type{"std::basic_string", read_string},       known_type{"std::string", read_string},
    known_type{"std::wstring", read_string},            known_type{"std::u8string", read_string},
    known_type{"std::u16string", read_string},          known_type{"std::u32string", read_string},
    known_type{"std::string_view", read_string_view},   known_type{"std::wstring_view", read_string_view},
    known_type{"std::u8string_view", read_string_view}, known_type{"std::u16string_view", read_string_view},
    known_type{"std::u32string_view", read_string_view},
    known_type{"std::vector", read_vector},             known_type{"std::span", read_span},
    known_type{"std::initializer_list", read_span},     known_type{"std::array", read_array_class},
    known_type{"std::deque", read_deque},               known_type{"std::list", read_list},
    known_type{"std::map", read_tree},                  known_type{"std::multimap", read_tree},
    known_type{"std::set", read_tree},                  known_type{"std::multiset", read_tree},
    known_type{"std::unordered_map", read_hash_table},  known_type{"std::unordered_multimap", read_hash_table},
    known_type{"std::unordered_set", read_hash_table},  known_type{"std::unordered_multiset", read_hash_table},
    known_type{"std::unique_ptr", read_unique_pointer}, known_type{"std::shared_ptr", read_shared_pointer},
    known_type{"std::weak_ptr", read_shared_pointer},   known_type{"std::optional", read_optional},
    known_type{"std::variant", read_variant},           known_type{"std::tuple", read_tuple},
    known_type{"std::pair", read_pair},                 known_type{"std::stack", read_wrapper},
    known_type{"std::queue", read_wrapper},             known_type{"std::priority_queue", read_wrapper},
    known_type{"std::atomic", read_wrapper},            known_type{"&str", read_rust_slice},
    known_type{"&mut str", read_rust_slice},            known_type{"Vec", read_rust_vector},
    known_type{"String", read_rust_vector},             known_type{"Rc", read_rust_counted},
    known_type{"Arc", read_rust_counted},
};

}  // namespace

bool read_library_type(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into) {
  const std::string& name = reader.names().of(reader.objects().types().plain(of.type).entry);
  if (name.starts_with("&[") || name.starts_with("&mut [")) return read_rust_slice(reader, of, depth, into);
  const template_name parts = split_template(name);
  if (!parts.rest.empty()) return false;  // a type within: `std::vector<int>::iterator`
  const auto known = std::ranges::find(known_types, parts.head, &known_type::head);
  return known != known_types.end() && known->read(reader, of, depth, into);
}

std::string count_text(std::uint64_t count) {
  return count == 1 ? "{1 element}" : "{" + std::to_string(count) + " elements}";
}

bool add_contiguous(value_reader& reader, entry_index element, std::uint64_t address, std::uint64_t count,
                    std::uint32_t depth, shown_value& into) {
  const std::uint64_t size = reader.objects().types().size_of(element);
  if (size == 0 || count > 0xffff'ffff || !reader.objects().is_readable(address, size * count)) return false;
  into.text = count_text(count);
  into.points_to = address;
  into.points_to_size = static_cast<std::uint32_t>(size * count);
  reader.add_elements(into, count, depth, [&](std::uint64_t i) {
    return object{.type = element, .at = storage::in_memory(address + i * size)};
  });
  return true;
}

}  // namespace pagewise
