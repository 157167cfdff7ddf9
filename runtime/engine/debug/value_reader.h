#pragma once

#include <functional>
#include <string>

#include "debug/debug_info.h"
#include "debug/objects.h"
#include "debug/type_names.h"

namespace pagewise {

/// Reads values of any type as people read them, within limits. One reader serves one value: its parts share
/// `limits.total`.
class value_reader {
public:
  /// `count_of` tells the value of the variable that an array's length is in.
  using counter = std::function<std::optional<std::uint64_t>(entry_index variable)>;

  /// `name_of` names the function that a pointer to it means; empty when none is known.
  using namer = std::function<std::string(std::uint64_t pointer)>;

  value_reader(const object_reader& objects, type_names& names, const value_limits& limits, namer name_of,
               counter count_of = {})
      : objects_(objects), names_(&names), limits_(limits), left_(limits.total), name_of_(std::move(name_of)),
        count_of_(std::move(count_of)) {}

  /// `depth` is 0 for a value of its own, and one more for the parts of each.
  shown_value read(std::string name, const object& of, std::uint32_t depth = 0);

  // What readers of library types need:
  [[nodiscard]] const object_reader& objects() const { return objects_; }
  [[nodiscard]] type_names& names() const { return *names_; }
  /// Adds a part, if the limits have room for it; else says that the value is cut.
  bool add_part(shown_value& into, std::string name, const object& part, std::uint32_t depth);
  /// Adds `count` parts named `[0]`, `[1]`...; `element` finds each, and ends them by finding none.
  void add_elements(shown_value& into, std::uint64_t count, std::uint32_t depth,
                    const std::function<std::optional<object>(std::uint64_t)>& element);
  /// The text of a value without its parts; empty when only those say it.
  std::string text_of(const object& of) { return read({}, of, limits_.depth).text; }
  /// Adds all fields and base classes of a structure. `are_raw` marks them.
  void add_fields(shown_value& into, const object& of, std::uint32_t depth, bool are_raw);
  /// At most `most` characters in memory as a literal, cut after some 200 bytes; none when they cannot be read.
  std::optional<std::string> characters(std::uint64_t address, std::uint64_t most, unsigned width, bool stops_at_zero,
                                        bool& is_cut) const;

private:
  void read_plain(shown_value& into, const object& of, std::uint32_t depth);
  void read_scalar(shown_value& into, const type& as, const storage& at);
  void read_pointer(shown_value& into, const type& as, const object& of);
  void read_member_pointer(shown_value& into, const type& as, const storage& at);
  void read_reference(shown_value& into, const object& of, std::uint32_t depth);
  void read_array(shown_value& into, const type& as, std::size_t dimension, const storage& at, std::uint32_t depth);
  void read_structure(shown_value& into, const object& of, std::uint32_t depth);
  [[nodiscard]] bool has_room(shown_value& into, std::uint32_t depth) const;
  [[nodiscard]] std::string function_name(std::uint64_t pointer) const {
    return pointer != 0 && name_of_ ? name_of_(pointer) : std::string();
  }
  [[nodiscard]] std::uint64_t count_in(const type_dimension& dimension) const;

  object_reader objects_;
  type_names* names_;
  value_limits limits_;
  std::uint32_t left_;  ///< parts that may still be made
  namer name_of_;
  counter count_of_;
};

}  // namespace pagewise
