#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <initializer_list>

const char* const cities[] = {"Lagos", "Lima", "Lisbon", "London", "Lyon"};

// A copy in small letters; the caller frees it.
char* small(const char* text) {
  auto* copy = static_cast<char*>(std::malloc(std::strlen(text) + 1));
  for (int i = 0; i == 0 || text[i - 1] != '\0'; ++i) copy[i] = static_cast<char>(std::tolower(text[i]));
  return copy;
}

int matches(const char* typed) {
  char* start = small(typed);
  int found = 0;
  for (const char* city : cities) {
    char* name = small(city);
    if (std::strncmp(name, start, std::strlen(start)) == 0) ++found;
  }
  std::free(start);
  return found;
}

int main() {
  for (const char* typed : {"l", "li", "lis"}) {
    std::printf("%s: %d cities\n", typed, matches(typed));
  }
}
