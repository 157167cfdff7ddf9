#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

struct Trace {
  std::string name;
  ~Trace() { std::cout << "leaving " << name << '\n'; }
};

int deep(int level) {
  Trace trace{"level " + std::to_string(level)};
  if (level == 0) throw std::out_of_range("bottom");
  return deep(level - 1);
}

int main() {
  try {
    deep(2);
  } catch (const std::out_of_range &error) {
    std::cout << "caught " << error.what() << '\n';
  }
  try {
    std::vector<int>{1}.at(7);
  } catch (const std::exception &) {
    std::cout << "caught from the library\n";
  }
  try {
    try {
      throw 5;
    } catch (int) {
      throw;
    }
  } catch (int value) {
    std::cout << value << '\n';
  }
}
