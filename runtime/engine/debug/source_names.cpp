#include "debug/source_names.h"

#include <algorithm>
#include <array>

namespace pagewise {
namespace {

constexpr int deepest = 24;  ///< nesting of arguments; what is deeper is taken as it is
constexpr std::string_view spaces = " ";

bool is_identifier(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

/// `4UL` is written `4`.
std::string_view without_suffix(std::string_view argument) {
  if (argument.empty() || !(argument[0] == '-' || (argument[0] >= '0' && argument[0] <= '9'))) return argument;
  return argument.substr(0, argument.find_last_not_of("uUlL") + 1);
}

/// Whether an argument is what a template of the library takes when none is given. All but the first are simplified.
bool is_default(std::string_view head, const std::vector<std::string>& arguments, std::size_t index) {
  static constexpr std::array defaults = {"std::allocator<", "std::char_traits<", "std::default_delete<", "std::less<",
                                          "std::hash<", "std::equal_to<"};
  static constexpr std::array takes_any = {"std::pair", "std::tuple", "std::variant", "std::function"};
  if (index == 0 || std::ranges::find(takes_any, head) != takes_any.end()) return false;
  const std::string& argument = arguments[index];
  if (argument == "alloc::alloc::Global" || argument == "std::alloc::Global") return true;
  if (!head.starts_with("std::")) return false;
  if (head == "std::span") return argument == "4294967295" || argument == "18446744073709551615";
  if (head == "std::stack" || head == "std::queue") return argument == "std::deque<" + arguments[0] + ">";
  if (head == "std::priority_queue" && argument == "std::vector<" + arguments[0] + ">") return true;
  return std::ranges::any_of(defaults, [&](std::string_view prefix) { return argument.starts_with(prefix); });
}

/// Drops hidden namespaces, and the space before `*`, `&` and `>`.
std::string plain_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '_' && (i == 0 || !is_identifier(text[i - 1]))) {
      const std::size_t end = text.find("::", i);
      if (end != std::string_view::npos && is_hidden_namespace(text.substr(i, end - i))) {
        i = end + 2;
        continue;
      }
    }
    const bool follows_comma = i > 0 && text[i - 1] == ',';
    if (text[i] == ' ' && !follows_comma && i + 1 < text.size() &&
        (text[i + 1] == '*' || text[i + 1] == '&' || text[i + 1] == '>')) {
      ++i;
      continue;
    }
    out += text[i++];
  }
  return out;
}

std::string simplify(std::string_view name, std::string_view scope, int depth) {
  const template_name parts = split_template(name);
  if (parts.arguments.empty() || depth > deepest) return std::string(scope) + plain_text(name);
  std::string head = std::string(scope) + plain_text(parts.head);
  std::string before;  // `const ` and what else stands before the name of the template
  if (const std::size_t space = head.find_last_of(' '); space != std::string::npos) {
    before = head.substr(0, space + 1);
    head.erase(0, space + 1);
  }
  std::vector<std::string> arguments;
  for (const std::string_view argument : parts.arguments)
    arguments.push_back(simplify(without_suffix(argument), {}, depth + 1));
  while (is_default(head, arguments, arguments.size() - 1)) arguments.pop_back();
  const std::string rest = parts.rest.empty() ? std::string() : simplify(parts.rest, {}, depth + 1);
  if ((head == "std::basic_string" || head == "std::basic_string_view") && arguments.size() == 1) {
    static constexpr std::array<std::array<std::string_view, 2>, 5> characters = {
        {{"char", ""}, {"wchar_t", "w"}, {"char8_t", "u8"}, {"char16_t", "u16"}, {"char32_t", "u32"}}};
    for (const auto& [character, prefix] : characters) {
      if (arguments[0] == character) return before + "std::" + std::string(prefix) + head.substr(11) + rest;
    }
  }
  std::string out = before + head + "<";
  for (std::size_t i = 0; i < arguments.size(); ++i) out += (i > 0 ? ", " : "") + arguments[i];
  return out + ">" + rest;
}

}  // namespace

bool is_hidden_namespace(std::string_view name) {
  static constexpr std::array hidden = {"__1", "__2", "__cxx11", "__ndk1", "__fs"};
  return std::ranges::find(hidden, name) != hidden.end();
}

template_name split_template(std::string_view name) {
  const std::size_t open = name.find('<');
  const bool is_operator = open != std::string_view::npos && name.substr(0, open).ends_with("operator");
  if (open == std::string_view::npos || open == 0 || is_operator) return {.head = name, .arguments = {}, .rest = {}};
  template_name parts{.head = name.substr(0, open), .arguments = {}, .rest = {}};
  std::size_t start = open + 1;
  int nested = 0;
  for (std::size_t i = start; i < name.size(); ++i) {
    const char c = name[i];
    if (c == '\'' && i + 2 < name.size() && name[i + 2] == '\'') { i += 2; continue; }
    if (c == '<' || c == '(' || c == '[' || c == '{') ++nested;
    else if (c == ')' || c == ']' || c == '}') --nested;
    else if (c == '>' && name[i - 1] == '-') continue;
    else if (c == '>' && nested > 0) --nested;
    else if ((c == ',' || c == '>') && nested == 0) {
      if (c == ',' || i > start) parts.arguments.push_back(trimmed(name.substr(start, i - start)));
      start = i + 1;
      if (c == '>') {
        parts.rest = name.substr(start);
        return parts;
      }
    }
  }
  return {.head = name, .arguments = {}, .rest = {}};
}

std::string without_paths(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    if (name.substr(i).starts_with("::")) {
      // What stands before is a part of the path: an identifier, or something in braces.
      std::size_t keep = out.size();
      if (keep > 0 && out[keep - 1] == '}') keep = std::min(out.rfind('{'), keep);
      else while (keep > 0 && is_identifier(out[keep - 1])) --keep;
      out.resize(keep);
      i += 2;
    } else {
      out += name[i++];
    }
  }
  return out;
}

std::string simplified_name(std::string_view name, std::string_view scope) { return simplify(name, scope, 0); }

}  // namespace pagewise
