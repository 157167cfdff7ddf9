// expect: mismatched-free at line 7, allocated at line 5
#include <cstdio>

int main() {
  int *numbers = new int[8]{};
  std::printf("%d\n", numbers[3]);
  delete numbers;
}
