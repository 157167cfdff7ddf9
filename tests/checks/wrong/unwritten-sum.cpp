// expect: uninitialised-read at line 7, allocated at line 5
#include <cstdio>

int main() {
  int *numbers = new int[5];
  int sum = 0;
  for (int i = 0; i < 5; ++i) sum += numbers[i];
  std::printf("%d\n", sum);
  delete[] numbers;
}
