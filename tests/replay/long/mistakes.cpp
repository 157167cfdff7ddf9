// A long run that does wrong late, and long after what caused it.
#include <cstdio>
#include <cstdlib>

struct Node {
  int value;
  Node* next;
};

volatile int total;

int work(int n) {
  int sum = n;
  for (int i = 0; i < 20; ++i) sum += i * n;
  return sum;
}

Node* leak(Node* next) {
  return static_cast<Node*>(std::malloc(sizeof(Node) + (next ? 0 : 4)));
}

int main() {
  char* early = static_cast<char*>(std::malloc(64));
  char* gone = static_cast<char*>(std::malloc(40));
  leak(nullptr);
  std::free(gone);
  for (int i = 0; i < 20'000; ++i) {
    total = total + work(i);
    if (i % 2'000 == 0) std::free(std::malloc(static_cast<std::size_t>(100 + i / 10)));
  }
  early[64] = 1;
  total = total + gone[3];
  Node* last = leak(nullptr);
  last = nullptr;
  for (int i = 0; i < 8'000; ++i) total = total + work(i);
  std::free(early);
  std::free(early);
  std::printf("%d\n", total);
}
