#include <algorithm>
#include <cstdio>
#include <deque>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
  std::vector<int> numbers(20);
  std::iota(numbers.begin(), numbers.end(), 1);
  std::erase_if(numbers, [](int n) { return n % 3 == 0; });
  std::map<std::string, int> counts;
  for (const char *word : {"to", "be", "or", "not", "to", "be"}) ++counts[word];
  for (const auto &[word, count] : counts) std::printf("%s=%d ", word.c_str(), count);
  std::set<int> unique(numbers.begin(), numbers.end());
  std::deque<int> ends{2, 3};
  ends.push_front(1);
  std::unordered_map<int, std::string> names{{1, "one"}, {2, "two"}};
  std::printf("%zu %d %zu %s\n", unique.size(), std::accumulate(numbers.begin(), numbers.end(), 0), ends.size(),
              names.at(2).c_str());
}
