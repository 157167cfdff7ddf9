#pragma once

#include <optional>
#include <string_view>

#include "debug/storage.h"
#include "debug/types.h"

namespace pagewise {

/// Something of a type at a place.
struct object {
  entry_index type;
  storage at;
};

/// Finds its way through objects by the names of their fields, whatever their layout. Nothing is found where
/// information or memory is missing.
class object_reader {
public:
  object_reader(const entry_table& entries, type_table& types, const frame_view& frame)
      : entries_(&entries), types_(&types), frame_(&frame) {}

  /// A field of a structure, also one of its base classes or of fields without a name. A bit-field is found as a
  /// number.
  std::optional<object> field(const object& of, std::string_view name) const;
  /// The first of several names that there is: versions of a library name their fields differently.
  std::optional<object> field(const object& of, std::initializer_list<std::string_view> names) const;
  /// The place of a member of a structure.
  object member(const object& of, const type_member& member) const;
  /// An integer, enum, bool or pointer of at most 8 bytes. Zero-extended.
  std::optional<std::uint64_t> number(const object& of) const;
  std::optional<std::uint64_t> number(const std::optional<object>& of) const { return of ? number(*of) : std::nullopt; }
  /// What a pointer leads to; none for a null one.
  std::optional<object> target(const object& pointer) const;
  /// The form that an enum of Rust has taken, or null.
  const type_member* chosen_variant(const object& of) const;
  /// Whether memory holds all bytes from an address on.
  bool is_readable(std::uint64_t address, std::uint64_t size) const;

  type_table& types() const { return *types_; }
  const entry_table& entries() const { return *entries_; }
  const frame_view& frame() const { return *frame_; }

private:
  std::optional<object> find(const object& of, std::string_view name, int depth, int& budget) const;

  const entry_table* entries_;
  type_table* types_;
  const frame_view* frame_;
};

}  // namespace pagewise
