#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "wasm/instruction.h"
#include "wasm/types.h"

namespace pagewise {

/// A heap type, as read_heap_type gives it, in the text format: `func`, or the index of a type.
std::string heap_type_text(std::int64_t type);

/// A reference type: `(ref null 5)`.
std::string reference_text(bool is_nullable, std::int64_t heap_type);

/// The next value type in the text format: `i32`, `funcref`, `(ref 5)`.
std::string value_type_text(byte_reader& reader);

/// A blank and the type of an instruction that opens a block: ` (result i32)`, ` (type 5)`. Nothing for a block that
/// has no type.
std::string block_type_text(const instruction& block);

/// Names in front of a list of value types, such as ` (param i32 i64)`. Nothing for an empty list.
std::string type_list_text(std::string_view keyword, const std::vector<value_type>& types);

}  // namespace pagewise
