#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace pagewise {

/// Splits at blanks and line ends, when the program is compiled; another number of words than `count` is an error then.
/// The word `-` stands for none.
template <std::size_t count>
consteval std::array<std::string_view, count> words(std::string_view text) {
  constexpr std::string_view blanks = " \n";
  std::array<std::string_view, count> found;
  std::size_t next = 0;
  for (std::size_t start = text.find_first_not_of(blanks); start != text.npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, start), text.size());
    const std::string_view word = text.substr(start, end - start);
    if (next == count) std::unreachable();
    found[next++] = word == "-" ? std::string_view{} : word;
    start = text.find_first_not_of(blanks, end);
  }
  if (next != count) std::unreachable();
  return found;
}

}  // namespace pagewise
