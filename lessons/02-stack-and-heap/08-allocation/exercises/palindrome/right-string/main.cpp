#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <emscripten/emscripten.h>

char level[] = "level";
char stacks[] = "stacks";
char empty[] = "";
char noon[] = "noon";
char longest[601];

extern "C" EMSCRIPTEN_KEEPALIVE int is_palindrome(const char* word) {
  const std::string text = word;
  return text == std::string(text.rbegin(), text.rend());
}

int main() {
  std::printf("%d %d %d %d\n", is_palindrome(level), is_palindrome(stacks), is_palindrome(empty), is_palindrome(noon));
  int found = 0;
  for (int number = 1; number <= 120; ++number) {
    char digits[8];
    std::snprintf(digits, sizeof digits, "%d", number * number);
    if (is_palindrome(digits) == 1) ++found;
  }
  std::printf("%d squares are palindromes\n", found);

  // Words of one letter only, but for a capital at each place in turn.
  int right = 0;
  for (std::size_t length = 7; length < 40; length += 13) {
    for (std::size_t capital = 0; capital < length; ++capital) {
      char word[40] = {};
      std::memset(word, 'a', length);
      word[capital] = 'A';
      const int expected = 2 * capital + 1 == length ? 1 : 0;
      if (is_palindrome(word) == expected) ++right;
    }
  }
  std::printf("%d of 60 words are right\n", right);

  std::memset(longest, 'o', 600);
  const int at_first = is_palindrome(longest);
  longest[400] = 'x';
  std::printf("%d %d\n", at_first, is_palindrome(longest));
}
