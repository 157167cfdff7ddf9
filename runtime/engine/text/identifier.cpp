#include "text/identifier.h"

#include <algorithm>

namespace pagewise {
namespace {

/// A longer name, which a small module could repeat in every call, gives way to the index.
constexpr std::size_t longest_name = 4096;

bool is_identifier_character(char character) {
  constexpr std::string_view symbols = "!#$%&'*+-./:<=>?@\\^_`|~";
  const bool is_letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  return is_letter || (character >= '0' && character <= '9') || symbols.contains(character);
}

void append_quoted(std::string& text, char character) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto code = static_cast<std::uint8_t>(character);
  const bool is_control = code < 0x20 || code == 0x7f;
  if (is_control || character == '"' || character == '\\') text += '\\';
  if (!is_control) {
    text += character;
  } else {
    text += digits[code >> 4];
    text += digits[code & 15];
  }
}

}  // namespace

std::string identifier(std::string_view name) {
  if (std::ranges::all_of(name, is_identifier_character)) return "$" + std::string(name);
  std::string text = "$\"";
  for (const char character : name) append_quoted(text, character);
  return text + '"';
}

std::string function_reference(const module& in, std::uint32_t function) {
  const std::string_view name = function < in.function_names.size() ? in.function_names[function] : std::string_view{};
  return name.empty() || name.size() > longest_name ? std::to_string(function) : identifier(name);
}

}  // namespace pagewise
