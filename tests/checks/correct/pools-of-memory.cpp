#include <cstdio>
#include <list>
#include <map>
#include <memory_resource>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
  char room[512];
  std::pmr::monotonic_buffer_resource within(room, sizeof room);
  std::pmr::vector<std::pmr::string> words(&within);
  for (int i = 0; i < 20; ++i) words.emplace_back("a word that does not fit into a small string");
  std::pmr::unsynchronized_pool_resource pool;
  std::pmr::map<int, std::pmr::string> names(&pool);
  for (int i = 0; i < 50; ++i) names.emplace(i * 7 % 50, std::pmr::string(30, char('a' + i % 26)));
  std::erase_if(names, [](const auto &each) { return each.first % 3 == 0; });
  std::pmr::list<std::pmr::unordered_map<int, int>> maps(&pool);
  for (int i = 0; i < 5; ++i) maps.emplace_back()[i] = i * i;
  maps.remove_if([](const auto &each) { return each.contains(2); });
  int sum = 0;
  for (const auto &each : maps) for (const auto &[key, value] : each) sum += key + value;
  std::printf("%zu %zu %d\n", words.size(), names.size(), sum);
}
