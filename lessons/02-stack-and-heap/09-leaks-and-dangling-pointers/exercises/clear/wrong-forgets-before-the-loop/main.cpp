// fails: no-leak
#include <cstdio>
#include <emscripten/emscripten.h>

struct node {
  int value;
  node* next;
};

node* head = nullptr;

extern "C" EMSCRIPTEN_KEEPALIVE void push(int value) {
  head = new node{value, head};
}

extern "C" EMSCRIPTEN_KEEPALIVE void clear() {
  head = nullptr;
  while (head != nullptr) {
    node* next = head->next;
    delete head;
    head = next;
  }
}

void print() {
  for (const node* at = head; at != nullptr; at = at->next) std::printf("%d\n", at->value);
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
