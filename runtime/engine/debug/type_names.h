#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "debug/types.h"

namespace pagewise {

/// Names of types and functions as source code has them: `const char*`, `int (*)(float)`, `std::vector<int>`,
/// `Stack<int>::push`.
class type_names {
public:
  type_names(const entry_table& entries, type_table& types) : entries_(&entries), types_(&types) {}

  const std::string& of(entry_index type);
  /// A type that `of` names so, or no_entry.
  entry_index find(std::string_view name);
  /// Of a function or variable, with its namespaces and classes.
  [[nodiscard]] std::string of_entity(entry_index entity) const;

private:
  /// What stands before and after the name in a declaration: `int (*` and `)[3]`.
  struct declarator {
    std::string left;
    std::string right;
  };

  declarator declare(entry_index type, int depth);
  declarator declare_pointer(const type& pointer, int depth);
  [[nodiscard]] std::string without_function(entry_index entity) const;
  [[nodiscard]] std::string scope_of(entry_index of) const;

  const entry_table* entries_;
  type_table* types_;
  std::unordered_map<entry_index, std::string> known_;
  std::unordered_map<std::string, entry_index> by_name_;
  bool has_all_ = false;
  std::uint32_t budget_ = 0;  ///< types that the name being made may still speak of
};

}  // namespace pagewise
