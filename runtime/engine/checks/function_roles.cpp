#include "checks/function_roles.h"

#include <algorithm>
#include <array>

#include "rewrite/allocator_functions.h"
#include "wasm/instruction.h"

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

/// What clang calls a program's `main` with both parameters, with none, and in its own wrapper for the latter.
constexpr std::array<std::string_view, 4> main_names = {"main", "__main_argc_argv", "__main_void", "__original_main"};

bool is_main_name(std::string_view name) { return std::ranges::find(main_names, name) != main_names.end(); }

bool is_formatting_name(std::string_view name) {
  return name == "pop_arg" || (name.find("printf") != name.npos && !name.starts_with("_Z") && name.find("::") == name.npos);
}

bool calls_any_of(const function_body& body, std::span<const allocator_function> functions) {
  byte_reader reader(body.contents, body.offset);
  read_locals(reader);
  while (reader.ok() && !reader.at_end()) {
    const instruction read = read_instruction(reader);
    const auto is_it = [&](const allocator_function& each) { return each.index == read.operand; };
    if (read.opcode == opcode::call && std::ranges::any_of(functions, is_it)) return true;
  }
  return false;
}

/// Functions that announce blocks. `main` may do so for others, unless the optimiser has put the allocator into it.
void mark_announcing(const module& program, bool is_optimised, std::vector<function_role>& roles) {
  std::vector<allocator_function> functions = find_allocator_functions(program);
  std::erase_if(functions, [](const allocator_function& each) { return !announces(each.call); });
  for (std::uint32_t i = 0; !functions.empty() && i < program.bodies.size(); ++i) {
    const std::uint32_t function = program.imported_functions + i;
    const bool is_named = function < program.function_names.size();
    const bool is_main = is_named && is_main_name(program.function_names[function]);
    if (is_optimised || !is_main) roles[function].is_announcing = calls_any_of(program.bodies[i], functions);
  }
}

}  // namespace

bool is_copying_name(std::string_view name) {
  constexpr std::array<std::string_view, 5> names = {"memcpy", "memmove", "mempcpy", "bcopy", "wmemcpy"};
  return std::ranges::any_of(names, [&](std::string_view part) { return name.ends_with(part) || name.starts_with(part); }) ||
         name.find("_memcpy") != name.npos;
}

std::vector<function_role> roles_of(const module& program, std::span<const line_site> sites, bool is_optimised) {
  std::vector<function_role> roles(program.functions.size());
  for (std::size_t i = 0; i < std::min(roles.size(), program.function_names.size()); ++i) {
    const std::string_view name = program.function_names[i];
    roles[i].is_allocator = is_allocator_name(name);
    roles[i].is_copying = is_copying_name(name);
    roles[i].is_formatting = is_formatting_name(name);
    roles[i].is_throwing = name == "__cxa_throw" || name == "__cxa_rethrow";
  }
  for (const line_site& site : sites) {
    if (site.function >= roles.size()) continue;
    function_role& role = roles[site.function];
    if (site.line != 0) role = {};  // whatever the learner calls it
    role.is_own = true;
  }
  mark_announcing(program, is_optimised, roles);
  return roles;
}

std::optional<std::uint32_t> main_function(const module& program) {
  for (const std::string_view name : main_names) {
    if (const auto found = program.exported_functions.find(name); found != program.exported_functions.end()) {
      return found->second;
    }
  }
  for (std::uint32_t i = program.imported_functions; i < program.function_names.size(); ++i) {
    if (is_main_name(program.function_names[i])) return i;
  }
  return std::nullopt;
}

}  // namespace pagewise
