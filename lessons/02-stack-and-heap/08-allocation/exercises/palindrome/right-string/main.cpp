#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <emscripten/emscripten.h>

char level[] = "level";
char stacks[] = "stacks";
char empty[] = "";

extern "C" EMSCRIPTEN_KEEPALIVE int is_palindrome(const char* word) {
  const std::string text = word;
  return text == std::string(text.rbegin(), text.rend());
}

int main() {
  std::printf("%d %d %d\n", is_palindrome(level), is_palindrome(stacks), is_palindrome(empty));
}
