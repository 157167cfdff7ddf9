// expect: leak at line 9, ended at line 12
#include <cstdio>
#include <memory>

static int *kept;

int main() {
  kept = new int(1);
  int *lost = new int[20]{};
  auto owned = std::make_unique<int>(3);
  std::printf("%d\n", *kept + lost[2] + *owned);
}
