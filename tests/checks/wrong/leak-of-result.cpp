// expect: leak at line 6, ended at line 8
#include <cstring>
#include <string>

static char *copy_of(const std::string &text) {
  char *copy = new char[text.size() + 1];
  std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

int main() {
  std::string name = "a name that is too long to lie within its string";
  return copy_of(name)[0] == 'a' ? 0 : 1;
}
