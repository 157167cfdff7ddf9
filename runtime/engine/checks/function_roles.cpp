#include "checks/function_roles.h"

#include <algorithm>
#include <array>

namespace pagewise {
namespace {

bool is_allocator_name(std::string_view name) {
  constexpr std::array<std::string_view, 6> prefixes = {"mi_", "_mi_", "emmalloc_", "mspace_", "malloc_", "emscripten_builtin_"};
  constexpr std::array<std::string_view, 8> names = {"mallinfo", "mallopt", "sbrk", "brk", "independent_calloc",
                                                     "independent_comalloc", "bulk_free", "realloc_in_place"};
  if (name.starts_with("dl")) name.remove_prefix(2);
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); }) ||
         std::ranges::find(names, name) != names.end();
}

bool is_copying_name(std::string_view name) {
  constexpr std::array<std::string_view, 5> names = {"memcpy", "memmove", "mempcpy", "bcopy", "wmemcpy"};
  return std::ranges::any_of(names, [&](std::string_view part) { return name.ends_with(part) || name.starts_with(part); }) ||
         name.find("_memcpy") != name.npos;
}

bool is_formatting_name(std::string_view name) {
  return name == "pop_arg" || (name.find("printf") != name.npos && !name.starts_with("_Z") && name.find("::") == name.npos);
}

}  // namespace

std::vector<function_role> roles_of(const module& program, std::span<const line_site> sites) {
  std::vector<function_role> roles(program.functions.size());
  for (std::size_t i = 0; i < std::min(roles.size(), program.function_names.size()); ++i) {
    const std::string_view name = program.function_names[i];
    roles[i].is_allocator = is_allocator_name(name);
    roles[i].is_copying = is_copying_name(name);
    roles[i].is_formatting = is_formatting_name(name);
  }
  for (const line_site& site : sites) {
    if (site.function >= roles.size()) continue;
    function_role& role = roles[site.function];
    if (site.line != 0) role = {};  // whatever the learner calls it
    role.is_own = true;
  }
  return roles;
}

std::optional<std::uint32_t> main_function(const module& program) {
  constexpr std::array<std::string_view, 3> names = {"main", "__main_argc_argv", "__main_void"};
  for (const std::string_view name : names) {
    if (const auto found = program.exported_functions.find(name); found != program.exported_functions.end()) {
      return found->second;
    }
  }
  for (std::uint32_t i = program.imported_functions; i < program.function_names.size(); ++i) {
    if (std::ranges::find(names, program.function_names[i]) != names.end()) return i;
  }
  return std::nullopt;
}

}  // namespace pagewise
