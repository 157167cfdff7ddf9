#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

std::string join(std::span<const std::string_view> words) {
  constexpr std::string_view between = ", ";
  if (words.empty()) return {};
  std::size_t length = between.size() * (words.size() - 1);
  for (const std::string_view word : words) length += word.size();

  std::string text(length, ' ');
  auto at = text.begin();
  for (const std::string_view word : words) {
    if (at != text.begin()) at = std::ranges::copy(between, at).out;
    at = std::ranges::copy(word, at).out;
  }
  return text;
}

int main() {
  constexpr std::array<std::string_view, 5> words = {"bump", "arena", "pool", "general-purpose allocator", "garbage collector"};
  std::puts(join(words).c_str());
}
