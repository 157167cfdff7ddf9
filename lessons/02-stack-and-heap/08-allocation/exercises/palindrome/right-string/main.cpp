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
}
