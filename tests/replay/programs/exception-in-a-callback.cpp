// Thrown out of a function that the C library calls, and caught outside.
#include <cstdio>
#include <cstdlib>

static int compare(const void* a, const void* b) {
  const int x = *static_cast<const int*>(a), y = *static_cast<const int*>(b);
  if (x == 13 || y == 13) throw x + y;
  return x - y;
}

int main() {
  int numbers[] = {5, 9, 1, 13, 4, 4, 0, 8};
  try {
    std::qsort(numbers, 8, sizeof(int), compare);
  } catch (int sum) {
    std::printf("%d %d\n", sum, numbers[0]);
  }
  numbers[3] = 2;
  std::qsort(numbers, 8, sizeof(int), compare);
  std::printf("%d\n", numbers[7]);
}
