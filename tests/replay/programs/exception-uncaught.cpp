#include <cstdio>
#include <stdexcept>

struct Noisy {
  int id;
  ~Noisy() { std::printf("gone %d\n", id); }
};
static int fall(int n) {
  Noisy noisy{n};
  if (n == 5) throw std::out_of_range("too deep");
  return fall(n + 1) + noisy.id;
}

int main() { return fall(0); }
