#pragma once

#include "debug/value_reader.h"

namespace pagewise {

/// Reads an object of a library type as what it means: a string as its text, a vector as its elements. False when its
/// type is none that we know, or is laid out in a way that we do not. What holds no valid object, because nothing has
/// initialised it for example, has no text and no parts. Knows libc++ of any layout, and Rust's `alloc` and `core`.
bool read_library_type(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into);

/// What reads one library type. `name` is its simplified name, taken apart by `split_template`.
using library_reader = bool (*)(value_reader& reader, const object& of, std::uint32_t depth, shown_value& into);

bool read_string(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_string_view(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_vector(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_span(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_array_class(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_deque(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_list(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_tree(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_hash_table(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_unique_pointer(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_shared_pointer(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_optional(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_variant(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_tuple(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_pair(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_wrapper(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_rust_slice(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_rust_vector(value_reader&, const object&, std::uint32_t, shown_value&);
bool read_rust_counted(value_reader&, const object&, std::uint32_t, shown_value&);

/// Text that says how many elements there are: `{3 elements}`.
std::string count_text(std::uint64_t count);

/// Adds `count` elements that lie side by side from an address on, if memory holds them.
bool add_contiguous(value_reader& reader, entry_index element, std::uint64_t address, std::uint64_t count,
                    std::uint32_t depth, shown_value& into);

}  // namespace pagewise
