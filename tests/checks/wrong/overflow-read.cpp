// expect: heap-overflow at line 8, allocated at line 5
#include <cstdio>

int main() {
  int *numbers = new int[3]{1, 2, 3};
  int sum = 0;
  for (int i = 0; i < 4; ++i)
    sum += numbers[i];
  std::printf("%d\n", sum > 0);
  delete[] numbers;
}
