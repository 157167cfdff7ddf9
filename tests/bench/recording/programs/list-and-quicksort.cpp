// Links lists of 100,000 nodes, sums them, and sorts as many numbers by hand: as often as the argument says.
#include <cstdio>
#include <cstdlib>

struct Node {
  int value;
  Node* next;
};

unsigned state = 2026;

unsigned random_number() {
  state = state * 1664525u + 1013904223u;
  return state >> 8;
}

Node* prepend(Node* list, int value) {
  Node* node = static_cast<Node*>(std::malloc(sizeof(Node)));
  node->value = value;
  node->next = list;
  return node;
}

long long sum(const Node* node) {
  long long total = 0;
  while (node) {
    total += node->value;
    node = node->next;
  }
  return total;
}

void release(Node* node) {
  while (node) {
    Node* next = node->next;
    std::free(node);
    node = next;
  }
}

int partition(int* numbers, int first, int last) {
  int pivot = numbers[last];
  int low = first - 1;
  for (int at = first; at < last; at++) {
    if (numbers[at] <= pivot) {
      low++;
      int other = numbers[low];
      numbers[low] = numbers[at];
      numbers[at] = other;
    }
  }
  numbers[last] = numbers[low + 1];
  numbers[low + 1] = pivot;
  return low + 1;
}

void quicksort(int* numbers, int first, int last) {
  if (first < last) {
    int middle = partition(numbers, first, last);
    quicksort(numbers, first, middle - 1);
    quicksort(numbers, middle + 1, last);
  }
}

int main(int argc, char** argv) {
  const int count = 100'000;
  int rounds = argc > 1 ? std::atoi(argv[1]) : 1;
  long long total = 0;
  for (int round = 0; round < rounds; round++) {
    Node* list = nullptr;
    for (int i = 0; i < count; i++) {
      list = prepend(list, static_cast<int>(random_number() % 1000));
    }
    total += sum(list);
    int* numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = static_cast<int>(random_number());
    }
    quicksort(numbers, 0, count - 1);
    for (int i = 1; i < count; i++) {
      if (numbers[i - 1] > numbers[i]) return 1;
    }
    total += numbers[count / 2];
    delete[] numbers;
    release(list);
  }
  std::printf("%lld\n", total);
}
