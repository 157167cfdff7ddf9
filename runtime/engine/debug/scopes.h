#pragma once

#include <vector>

#include "debug/address_lists.h"

namespace pagewise {

/// A variable or parameter that is in scope: its entry, and how deep the block is that holds it.
struct scoped_variable {
  entry_index entry;
  std::uint32_t depth;  ///< 0 for the function's own
};

/// The functions of a module by address, and what is in scope in them.
class scope_table {
public:
  explicit scope_table(const entry_table& entries);

  /// The function whose code holds an address, or no_entry.
  [[nodiscard]] entry_index function_at(std::uint64_t address) const;
  /// That function's code around the address; empty when there is none.
  [[nodiscard]] address_range range_at(std::uint64_t address) const;
  /// The function and the calls inlined into it that an address is in: innermost first, the function last.
  [[nodiscard]] std::vector<entry_index> frames_at(std::uint64_t address) const;
  /// Variables of a function or inlined call that are in scope at an address, outer blocks first. Those that its
  /// code no longer mentions but its source has are among them.
  [[nodiscard]] std::vector<scoped_variable> variables(entry_index function, std::uint64_t address) const;

private:
  struct function {
    address_range range;
    entry_index entry;
  };

  [[nodiscard]] const function* find(std::uint64_t address) const;
  [[nodiscard]] bool covers(entry_index scope, std::uint64_t address) const;
  void add_block(entry_index block, std::uint64_t address, std::uint32_t depth,
                 std::vector<scoped_variable>& into) const;
  void add_inlined(entry_index scope, std::uint64_t address, std::vector<entry_index>& outermost_first) const;

  const entry_table* entries_;
  std::vector<function> functions_;  ///< ordered by address
};

}  // namespace pagewise
