#include "rewrite/allocator_functions.h"

#include <algorithm>
#include <map>
#include <utility>

namespace pagewise {
namespace {

using enum allocator_call;

constexpr std::pair<std::string_view, allocator_call> c_names[] = {
    {"malloc", malloc_}, {"calloc", calloc_}, {"realloc", realloc_}, {"free", free_},
    {"valloc", malloc_}, {"pvalloc", malloc_},
    {"aligned_alloc", aligned_alloc_}, {"memalign", memalign_}, {"posix_memalign", posix_memalign_},
};
/// What `pagewise/allocator.h` defines.
constexpr std::pair<std::string_view, allocator_call> announcements[] = {
    {"pagewise_allocated", announced}, {"pagewise_released", announced_release},
    {"pagewise_released_all", announced_release_all},
};
/// How the allocators name their own versions of the functions above.
constexpr std::string_view prefixes[] = {"dl", "emmalloc_", "mi_", "emscripten_builtin_", "__libc_", "__"};

/// Spellings of an operator: as demanglers write it, and the start of its mangled name (Itanium ABI, 5.1.3).
struct operator_name {
  std::string_view demangled;
  std::string_view mangled;
  allocator_call call;
};
constexpr operator_name operators[] = {
    {"operator new(", "_Znw", new_},
    {"operator new[](", "_Zna", new_array},
    {"operator delete(", "_Zdl", delete_},
    {"operator delete[](", "_Zda", delete_array},
};

std::size_t parameter_count(allocator_call call) {
  switch (call) {
    case malloc_: case free_: case announced_release: return 1;
    case calloc_: case realloc_: case aligned_alloc_: case memalign_: case announced: case announced_release_all: return 2;
    case posix_memalign_: return 3;
    default: return 0;  // operators take one to three
  }
}

bool has_signature(const function_type& type, allocator_call call) {
  if (!type.is_function || type.parameters.empty() || type.parameters.size() > 3) return false;
  const auto is_i32 = [](value_type value) { return value.is(value_i32); };
  if (!std::ranges::all_of(type.parameters, is_i32) || !std::ranges::all_of(type.results, is_i32)) return false;
  if (const std::size_t count = parameter_count(call); count != 0 && type.parameters.size() != count) return false;
  return type.results.size() == (releases(call) || announces(call) ? 0u : 1u);
}

}  // namespace

std::optional<allocator_call> allocator_call_named(std::string_view name) {
  for (const auto& [demangled, mangled, call] : operators) {
    if (name.starts_with(demangled) || name.starts_with(mangled)) return call;
  }
  for (const auto& [announcement, call] : announcements) if (name == announcement) return call;
  const auto plain = [](std::string_view text) -> std::optional<allocator_call> {
    for (const auto& [c_name, call] : c_names) if (text == c_name) return call;
    return std::nullopt;
  };
  if (const auto call = plain(name)) return call;
  for (const std::string_view prefix : prefixes) {
    if (!name.starts_with(prefix)) continue;
    if (const auto call = plain(name.substr(prefix.size()))) return call;
  }
  return std::nullopt;
}

std::vector<allocator_function> find_allocator_functions(const module& in) {
  std::map<std::uint32_t, allocator_call> found;
  const auto consider = [&](std::uint32_t index, std::string_view name) {
    if (index < in.imported_functions || index >= in.functions.size()) return;
    const auto call = allocator_call_named(name);
    if (call && has_signature(in.types[in.functions[index]], *call)) found.emplace(index, *call);
  };
  for (const auto& [name, index] : in.exported_functions) consider(index, name);
  for (std::uint32_t index = 0; index < in.function_names.size(); ++index) consider(index, in.function_names[index]);
  std::vector<allocator_function> list;
  for (const auto& [index, call] : found) list.push_back({index, call});
  return list;
}

}  // namespace pagewise
