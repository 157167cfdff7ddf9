// fails: allocates 1
#include <array>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

std::string join(std::span<const std::string_view> words) {
  std::size_t length = 0;
  for (const std::string_view word : words) length += word.size();

  std::string text;
  text.reserve(length);
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

int main() {
  constexpr std::array<std::string_view, 5> words = {"bump", "arena", "pool", "general-purpose allocator", "garbage collector"};
  std::puts(join(words).c_str());
}
