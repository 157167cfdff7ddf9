// expect: crash at line 6
#include <stdexcept>
#include <string>
static int check(int value) {
  const std::string words = "too large for this program, which ends";
  if (value > 0) throw std::runtime_error(words);
  return value;
}
int main(int argc, char**) {
  const std::string kept = "destroyed only if somebody catches it";
  return check(argc) + static_cast<int>(kept.size());
}
