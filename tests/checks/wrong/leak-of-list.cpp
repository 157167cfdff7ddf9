// expect: leak at line 8, overwritten at line 20
struct node {
  node *next;
  int value;
};

static void push(node *&head, int value) {
  head = new node{head, value};
}

static int length(const node *from) {
  int count = 0;
  for (; from; from = from->next) ++count;
  return count;
}

int main() {
  node *head = nullptr;
  for (int i = 0; i < 4; ++i) push(head, i);
  head = length(head) == 4 ? nullptr : head;
}
