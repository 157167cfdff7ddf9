// fails: allocated-bytes <= 800
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <emscripten/emscripten.h>
#include <span>
#include <string>
#include <string_view>

std::string join(std::span<const std::string_view> words) {
  std::size_t length = 0;
  for (const std::string_view word : words) length += word.size() + 2;

  std::string text;
  text.reserve(length + 1000);
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

// Joins the first `count` of 26 other words, and makes a number of the text.
extern "C" EMSCRIPTEN_KEEPALIVE std::uint32_t joined(std::size_t count) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  std::array<std::string_view, 26> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = letters.substr(i);
  const std::string text = join(std::span(words).first(count));
  std::uint32_t number = 0;
  for (const char letter : text) number = 31 * number + static_cast<unsigned char>(letter);
  return number;
}

int main() {
  constexpr std::array<std::string_view, 5> words = {"bump", "arena", "pool", "general-purpose allocator", "garbage collector"};
  std::puts(join(words).c_str());
}
