#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "debug/types.h"

namespace pagewise {

/// The text of a value of a base type: `42`, `'a' 97`, `true`, `0.1`. Bytes are little-endian, as many as the type has.
std::string base_text(const type& of, std::span<const std::uint8_t> value);

/// `0x10400`, at least five digits.
std::string pointer_text(std::uint64_t address);

/// `Colour::green 5`, or the number alone where no name has it. `scope` stands before the name.
std::string enumerator_text(const type& of, std::string_view scope, std::uint64_t value, bool is_signed);

/// Whether values of this type are characters: `char`, `wchar_t`, `char8_t`, `char16_t`, `char32_t`, Rust's `char`.
bool is_character(const type& of);

/// Characters of 1, 2 or 4 bytes as a literal in UTF-8, with what does not print escaped: `"one\n"`.
std::string quoted(std::span<const std::uint8_t> characters, unsigned width);

}  // namespace pagewise
