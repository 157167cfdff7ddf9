#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "debug/entries.h"

namespace pagewise {

enum class type_kind : std::uint8_t {
  nothing,  ///< `void`, or an entry that is no type
  base,
  pointer,
  reference,
  member_pointer,
  array,
  structure,  ///< also a class
  union_,
  enumeration,
  function,
  alias,      ///< a typedef
  qualified,  ///< const, volatile and their like
};

/// What an entry with this tag is as a type; `nothing` when it is none.
type_kind type_kind_of(std::uint32_t tag);

/// A field or a base class.
struct type_member {
  std::string_view name;
  entry_index type;
  std::uint64_t offset;  ///< bytes from the start of the object
  std::uint32_t bit_offset, bit_size;  ///< of a bit-field, from the start of byte `offset`; else 0
  bool is_base;
  bytes offset_expression;  ///< of a virtual base class: computes its address from the object's
};

struct type_enumerator {
  std::string_view name;
  std::uint64_t value;
};

/// The number of elements in one dimension of an array: known, or in a variable of the frame.
struct type_dimension {
  std::uint64_t count;
  entry_index counted_by;
};

/// One of the forms that an enum of Rust can take.
struct type_variant {
  bool is_default;  ///< the form of every other discriminant
  std::uint64_t discriminant;
  type_member member;
};

/// A type, without what it refers to: that is found by entry.
struct type {
  type_kind kind = type_kind::nothing;
  entry_index entry = no_entry;   ///< of its definition
  entry_index target = no_entry;  ///< what it points to, renames, holds or returns; no_entry for void
  std::uint64_t size = 0;         ///< bytes; 0 where only `size_of` can tell
  std::uint64_t encoding = 0;     ///< of a base type
  std::string_view name{};        ///< as it is written in the debug information
  bool is_complete = true;        ///< false where only its name is known
  std::vector<type_member> members{};
  std::vector<type_enumerator> enumerators{};
  std::vector<type_dimension> dimensions{};
  std::vector<type_variant> variants{};
  type_member discriminant{};  ///< what chooses the variant
};

/// The types of a module, each decoded when it is first asked for.
class type_table {
public:
  explicit type_table(const entry_table& entries) : entries_(&entries) {}

  /// `no_entry` is void.
  const type& at(entry_index entry);
  /// The same without typedefs and qualifiers.
  const type& plain(entry_index entry);
  /// Bytes; 0 when unknown. Elements of arrays whose length is a variable count as none.
  std::uint64_t size_of(entry_index entry);
  /// The definition of a structure, union or enumeration with this qualified name, or no_entry.
  entry_index defined(const std::string& name);

private:
  entry_index definition_of(entry_index declared);
  void read_members(type& into, entry_index of);
  void read_variants(type& into, entry_index part);
  [[nodiscard]] type_member member_of(entry_index at) const;

  const entry_table* entries_;
  std::unordered_map<entry_index, std::unique_ptr<type>> known_;
  std::unordered_map<std::string, entry_index> definitions_;
  bool has_definitions_ = false;
};

/// Names from the outermost scope to the entry itself, joined by `::`; without simplification.
std::string qualified_name(const entry_table& entries, entry_index of);

}  // namespace pagewise
