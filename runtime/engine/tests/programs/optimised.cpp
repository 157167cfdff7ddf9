// Values that optimisation keeps in Wasm locals, splits into pieces, computes or turns into constants.
struct Pair {
  int first;
  int second;
};
struct Node {
  Node* next;
  int value;
};
enum class Mode : unsigned char { idle, busy = 3 };

extern "C" __attribute__((import_name("stop"))) void stop(int);

static int scale(int by, int value) {
  int doubled = value * 2;
  return doubled * by + 1;
}

__attribute__((noinline)) int sum(const int* values, int count, Mode mode) {
  int total = 0;
  long long square = 0;
  for (int i = 0; i < count; ++i) {
    int one = values[i];
    total += one;
    square += static_cast<long long>(one) * one;
    stop(total);
  }
  double mean = static_cast<double>(total) / count;
  float half = static_cast<float>(mean) / 2;
  stop(static_cast<int>(half + mean));
  return total + static_cast<int>(square) + static_cast<int>(mode);
}

__attribute__((noinline)) int walk(Node* head, unsigned char limit) {
  int steps = 0;
  const int factor = 7;
  Pair found = {0, -1};
  for (Node* at = head; at; at = at->next) {
    if (at->value > limit) {
      found.first = at->value;
      found.second = steps;
    }
    ++steps;
    stop(steps);
  }
  bool any = found.second >= 0;
  int scaled = scale(factor, found.first);
  stop(scaled);
  return any ? scaled : -steps;
}

int counter = 5;
static const char* const message = "ready";

extern "C" __attribute__((export_name("run"))) int run() {
  int values[4] = {3, -1, 4, counter};
  Node last{nullptr, 9}, middle{&last, 200}, head{&middle, 1};
  int total = sum(values, 4, Mode::busy);
  int walked = walk(&head, 100);
  stop(message[0]);
  counter += walked;
  return total + walked;
}
