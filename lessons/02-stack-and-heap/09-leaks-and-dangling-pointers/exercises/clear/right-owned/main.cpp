#include <cstdio>
#include <memory>
#include <utility>
#include <emscripten/emscripten.h>

struct node {
  int value;
  std::unique_ptr<node> next;
};

std::unique_ptr<node> head;

extern "C" EMSCRIPTEN_KEEPALIVE void push(int value) {
  head = std::make_unique<node>(value, std::move(head));
}

extern "C" EMSCRIPTEN_KEEPALIVE void clear() {
  head.reset();
}

void print() {
  for (const node* at = head.get(); at != nullptr; at = at->next.get()) std::printf("%d\n", at->value);
}

int main() {
  push(1);
  push(2);
  push(3);
  print();
  clear();
  push(4);
  print();
  clear();
  for (int value = 5; value < 65; ++value) push(value);
  clear();
  clear();
}
