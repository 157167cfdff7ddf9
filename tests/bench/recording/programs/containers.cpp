// Fills, sorts and reads vectors of numbers and strings: nearly all of the work is the library's.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  int count = argc > 1 ? std::atoi(argv[1]) : 1000;
  unsigned state = 7;
  std::vector<int> numbers;
  for (int i = 0; i < count; i++) {
    state = state * 1664525u + 1013904223u;
    numbers.push_back(static_cast<int>(state >> 8));
  }
  std::sort(numbers.begin(), numbers.end());
  std::vector<std::string> words;
  for (int i = 0; i < count / 10; i++) {
    words.push_back("number " + std::to_string(numbers[i]));
  }
  std::sort(words.begin(), words.end());
  long long total = 0;
  for (const std::string& word : words) total += static_cast<long long>(word.size());
  for (int number : numbers) total += number;
  std::printf("%lld\n", total);
}
