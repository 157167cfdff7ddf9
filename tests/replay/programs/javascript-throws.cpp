// JavaScript that the program calls throws; the exception leaves through the program's frames and is caught outside.
#include <cstdio>
#include <emscripten/bind.h>

static int trail[8];
struct Mark {
  int at;
  explicit Mark(int n) : at(n) { trail[n] = 1; }
  ~Mark() { trail[at] += 10; }
};

static int ask(emscripten::val question, int n) {
  Mark mark(n);
  trail[7]++;
  return question(n).as<int>() + trail[n];
}
static int around(emscripten::val question, int n) {
  Mark mark(n + 1);
  const int answer = ask(question, n);
  trail[6] = answer;
  return answer;
}
static int read(int at) { return trail[at]; }

EMSCRIPTEN_BINDINGS(questions) {
  emscripten::function("around", &around);
  emscripten::function("read", &read);
}

int main() { std::puts("ready"); }
