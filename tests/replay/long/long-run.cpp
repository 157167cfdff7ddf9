// Many steps, with calls, growth, blocks that come and go, output and input: all of it must be the same again.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

struct Counter {
  int calls = 0;
  std::vector<std::string> words;
  int add(int n) {
    int local = n * 3;
    ++calls;
    if (n % 5000 == 0) words.push_back("word number " + std::to_string(n));
    return local ^ calls;
  }
};

int depth(int n, int* sum) { return n == 0 ? *sum : depth(n - 1, sum) + 1; }

int main(int argc, char** argv) {
  Counter counter;
  int sum = argc;
  char name[32];
  if (std::scanf("%31s", name) != 1) return 1;
  for (int pages = 2; pages >= 0; --pages) __builtin_wasm_memory_grow(0, static_cast<unsigned>(pages));
  for (int i = 0; i < 60'000; ++i) {
    sum += counter.add(i);
    if (i % 7000 == 0) std::printf("%s %s %d\n", argv[0], name, sum);
    if (i % 900 == 0) sum += depth(i / 900, &sum);
    if (i % 11'000 == 0) {
      char* block = static_cast<char*>(std::malloc(70'000));
      for (int j = 0; j < 70'000; j += 512) block[j] = static_cast<char>(i + j);
      if (i % 22'000 == 0) std::free(block);
    }
  }
  std::printf("%zu %d\n", counter.words.size(), sum);
}
