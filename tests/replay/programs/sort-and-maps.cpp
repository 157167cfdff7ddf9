#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
  std::vector<std::string> words = {"pear", "fig", "apple", "a quite long word indeed", "kiwi", "fig"};
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  std::map<std::string, std::vector<int>> places;
  std::unordered_map<int, std::string> names;
  for (int i = 0; const auto& word : words) {
    places[word].push_back(i);
    names[i++] = word;
  }
  std::multiset<int> lengths;
  for (const auto& [word, list] : places) lengths.insert(static_cast<int>(word.size() * list.size()));
  places.erase("fig");
  words.erase(std::remove(words.begin(), words.end(), "kiwi"), words.end());
  std::stable_partition(words.begin(), words.end(), [](const auto& word) { return word[0] > 'b'; });
  std::printf("%d %s %zu\n", *lengths.rbegin(), words.front().c_str(), names.size() + places.size());
}
