#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

struct Node {
  std::string name;
  std::unique_ptr<Node> next;
};

int main(int argc, char** argv) {
  std::map<std::string, int> counts;
  std::string word;
  while (std::cin >> word) ++counts[word];
  for (int i = 0; i < argc; ++i) counts[argv[i]] += i;
  std::unique_ptr<Node> head;
  for (const auto& [name, count] : counts) head = std::make_unique<Node>(name + std::to_string(count), std::move(head));
  std::ostringstream out;
  for (const Node* node = head.get(); node; node = node->next.get()) out << node->name << ' ';
  std::vector<std::string> sorted;
  std::istringstream in(out.str());
  while (in >> word) sorted.push_back(word);
  std::sort(sorted.begin(), sorted.end());
  for (const auto& each : sorted) std::cout << each << '\n';
  std::cerr << sorted.size() << std::endl;
}
