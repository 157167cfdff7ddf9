// expect: use-after-free at line 9, freed at line 8
#include <cstdio>
#include <vector>

int main() {
  std::vector<int> numbers{1, 2, 3};
  int &first = numbers[0];
  for (int i = 0; i < 100; ++i) numbers.push_back(i);
  first = 7;
  std::printf("%zu\n", numbers.size());
}
