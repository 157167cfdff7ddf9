#include <array>
#include <cstdio>
#include <numeric>
#include <span>
#include <string>
#include <string_view>

std::string join(std::span<const std::string_view> words) {
  const std::size_t letters = std::accumulate(words.begin(), words.end(), std::size_t{0}, [](std::size_t sum, std::string_view word) {
    return sum + word.size();
  });
  std::string text;
  text.reserve(letters + 2 * words.size());
  const char* between = "";
  for (const std::string_view word : words) {
    text.append(between).append(word);
    between = ", ";
  }
  return text;
}

int main() {
  constexpr std::array<std::string_view, 5> words = {"bump", "arena", "pool", "general-purpose allocator", "garbage collector"};
  std::puts(join(words).c_str());
}
