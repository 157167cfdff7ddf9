#include <cassert>
#include <cstdio>

struct Balance {
  int coins = 5;
  void take(int n) {
    coins -= n;
    assert(coins >= 0);
  }
  ~Balance() { std::puts("never runs"); }
};

int main() {
  Balance balance;
  for (int i = 1; i < 9; ++i) balance.take(i);
}
